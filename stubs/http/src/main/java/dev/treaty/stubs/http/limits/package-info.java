/** What requests may hold of the server, all together. */
@NullMarked
package dev.treaty.stubs.http.limits;

import org.jspecify.annotations.NullMarked;
