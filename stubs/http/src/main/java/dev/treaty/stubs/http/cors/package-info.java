/** Pages of other origins that use the providers, by the CORS protocol of the Fetch standard. */
@NullMarked
package dev.treaty.stubs.http.cors;

import org.jspecify.annotations.NullMarked;
