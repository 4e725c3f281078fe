package dev.treaty.stubs.http.ports;

import dev.treaty.stubs.http.tls.ServerCertificate;

/**
 * Where all providers are reached over TLS. Their own ports speak it, too, beside plain HTTP.
 *
 * @param port 0 for any free one
 * @param certificate that all ports show
 */
public record TlsPort(int port, ServerCertificate certificate) {}
