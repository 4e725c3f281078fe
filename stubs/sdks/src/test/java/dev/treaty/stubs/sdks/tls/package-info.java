/** The SDKs over TLS, with the certificate that the server makes. */
@NullMarked
package dev.treaty.stubs.sdks.tls;

import org.jspecify.annotations.NullMarked;
