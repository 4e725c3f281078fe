package dev.treaty.stubs.http.tls;

/** Reads or makes the server's certificate. */
public final class Certificates {

    private Certificates() {}

    /**
     * The certificate of a source.
     *
     * @param address that the server listens on, which a certificate that is made here is valid for
     * @throws InvalidCertificate if it cannot be used, or not be made
     */
    public static ServerCertificate of(CertificateSource source, String address) {
        if (source instanceof CertificateSource.Files files) {
            return CertificateFiles.read(files);
        }
        var made = (CertificateSource.Made) source;
        return AuthorityDirectory.authority(made.directory()).issue(CertificateNames.of(made.names(), address));
    }
}
