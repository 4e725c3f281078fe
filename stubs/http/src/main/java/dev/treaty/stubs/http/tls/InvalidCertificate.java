package dev.treaty.stubs.http.tls;

import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Path;

/** A certificate or a key that the server cannot use. */
public final class InvalidCertificate extends TreatyException {

    private InvalidCertificate(String what, String where, String fix) {
        super(what, where, fix);
    }

    static InvalidCertificate because(String what, Path where, String fix) {
        return new InvalidCertificate(what, PathText.of(where), fix);
    }

    static InvalidCertificate ofName(String name) {
        return new InvalidCertificate(
                "\"%s\" is neither a host name nor an IP address.".formatted(name),
                "the names of the certificate (--certificate-name)",
                "write it without scheme, port and path, e.g. stubs.example.test, *.example.test or 192.0.2.1");
    }
}
