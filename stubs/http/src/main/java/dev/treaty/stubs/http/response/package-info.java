/** Responses as they are written to the client. */
@NullMarked
package dev.treaty.stubs.http.response;

import org.jspecify.annotations.NullMarked;
