package dev.treaty.stubs.http.tls;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Reads a certificate that somebody else has made, and checks that the server can use it. */
final class CertificateFiles {

    private CertificateFiles() {}

    /** @throws InvalidCertificate if it cannot be used */
    static ServerCertificate read(CertificateSource.Files files) {
        var chain = PemFile.read(files.certificate(), "The certificate", "name a PEM file with --certificate")
                .certificates();
        if (chain.isEmpty()) {
            throw InvalidCertificate.because(
                    "The file has no certificate in PEM (-----BEGIN CERTIFICATE-----).",
                    files.certificate(),
                    "name a PEM file with --certificate; openssl x509 and openssl pkcs12 convert other forms");
        }
        requireValidNow(
                chain.get(0),
                files.certificate(),
                "name one that is valid, or let the server make one: without" + " --certificate and --key");
        var key = key(files.key(), files.password());
        if (!KeyAlgorithm.belongTogether(key, chain.get(0).getPublicKey())) {
            throw InvalidCertificate.because(
                    "The private key is not that of the certificate.",
                    files.key(),
                    "name the key that %s was made for; in that file, the server's own certificate must be the first"
                            .formatted(files.certificate()));
        }
        return new ServerCertificate(key, chain, chain.get(chain.size() - 1), Optional.empty());
    }

    /** @throws InvalidCertificate if a certificate has expired, or is not valid yet */
    static void requireValidNow(X509Certificate certificate, Path file, String fix) {
        var now = Instant.now();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw InvalidCertificate.because(
                    "The certificate expired at %s."
                            .formatted(certificate.getNotAfter().toInstant()),
                    file,
                    fix);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw InvalidCertificate.because(
                    "The certificate is not valid before %s; here it is %s."
                            .formatted(certificate.getNotBefore().toInstant(), now),
                    file,
                    fix);
        }
    }

    private static PrivateKey key(Path file, Optional<String> password) {
        var key = PemFile.read(file, "The private key", "name a PEM file with --key")
                .key(password)
                .orElseThrow(() -> InvalidCertificate.because(
                        "The file has no private key in PEM (-----BEGIN PRIVATE KEY-----).",
                        file,
                        "name a PEM file with --key; openssl pkey and openssl pkcs12 convert other forms"));
        try {
            KeyAlgorithm.of(key);
            return key;
        } catch (IllegalArgumentException e) {
            throw InvalidCertificate.because(
                    "The private key is of a kind that the server cannot use: %s.".formatted(e.getMessage()),
                    file,
                    "use an RSA, EC or Ed25519 key");
        }
    }
}
