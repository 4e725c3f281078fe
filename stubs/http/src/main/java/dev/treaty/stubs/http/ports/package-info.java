/** The ports that the server listens on, and the URLs of the providers. */
@NullMarked
package dev.treaty.stubs.http.ports;

import org.jspecify.annotations.NullMarked;
