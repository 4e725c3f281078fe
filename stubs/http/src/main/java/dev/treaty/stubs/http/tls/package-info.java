/** The certificate that the server shows over TLS: read from files, or made here, by an authority that clients trust once. */
@NullMarked
package dev.treaty.stubs.http.tls;

import org.jspecify.annotations.NullMarked;
