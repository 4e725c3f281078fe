package dev.treaty.stubs.http.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the server's certificate comes from. */
public sealed interface CertificateSource {

    /** A certificate that lives as long as the server, for this machine. */
    static CertificateSource inMemory() {
        return new Made(List.of(), Optional.empty());
    }

    /**
     * Somebody else's certificate.
     *
     * @param certificate a PEM file: the server's certificate first, then those that lead to one that clients trust
     * @param key a PEM file with its private key: PKCS #8, or one that OpenSSL calls an RSA or EC key
     * @param password of the key; empty if the key is not encrypted
     */
    record Files(Path certificate, Path key, Optional<String> password) implements CertificateSource {

        /** Without the password. */
        @Override
        public String toString() {
            return "%s with the key %s".formatted(certificate, key);
        }
    }

    /**
     * A certificate that is made at each start.
     *
     * @param names further names and addresses that it is valid for, e.g. {@code "stubs.example.test"}; those of this machine always are
     * @param directory where the authority that signs it is kept, so that clients need to trust that only once; empty for a new one that
     *     is not kept
     */
    record Made(List<String> names, Optional<Path> directory) implements CertificateSource {

        /** Copies the list. */
        public Made {
            names = List.copyOf(names);
        }
    }
}
