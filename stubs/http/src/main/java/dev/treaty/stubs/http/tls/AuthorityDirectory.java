package dev.treaty.stubs.http.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The folder where an authority is kept: {@code ca.pem} and {@code ca.p12}, which clients trust, and {@code ca-key.pem}, which nobody but
 * the owner may read, because whoever has it can pretend to be any server to these clients.
 */
final class AuthorityDirectory {

    private static final String CERTIFICATE = "ca.pem";
    private static final String KEY = "ca-key.pem";
    private static final String TRUST_STORE = "ca.p12";
    private static final String LOCK = ".lock";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    private AuthorityDirectory(Path folder) {
        this.folder = folder;
    }

    /**
     * The authority that is kept in a folder, made at the first time.
     *
     * @param folder empty for a new one that is not kept
     * @throws InvalidCertificate if it cannot be kept, or used
     */
    static CertificateAuthority authority(Optional<Path> folder) {
        return folder.map(path -> new AuthorityDirectory(path).open()).orElseGet(CertificateAuthority::create);
    }

    /** One server after the other, so that the first makes it and the others use it: a lock of a file is for all of a process. */
    private CertificateAuthority open() {
        synchronized (AuthorityDirectory.class) {
            try {
                Files.createDirectories(folder);
                try (var file = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE)) {
                    var unused = file.lock(); // until the file is closed
                    return keptOrNew();
                }
            } catch (IOException e) {
                throw InvalidCertificate.because(
                        "The certificates cannot be kept in this folder: %s."
                                .formatted(e.getClass().getSimpleName()),
                        folder,
                        "name a folder that you may write to with --tls-directory");
            }
        }
    }

    private CertificateAuthority keptOrNew() throws IOException {
        if (Files.exists(folder.resolve(CERTIFICATE))) {
            var kept = kept();
            writeIfDifferent(TRUST_STORE, TrustStore.of(kept.certificate()));
            return kept;
        }
        var made = CertificateAuthority.create().in(folder.resolve(CERTIFICATE));
        writeKey(pem("PRIVATE KEY", made.key().getEncoded()));
        writeIfDifferent(TRUST_STORE, TrustStore.of(made.certificate()));
        writeIfDifferent(
                CERTIFICATE, pem("CERTIFICATE", encoded(made))); // the last, because it says that all are there
        return made;
    }

    private CertificateAuthority kept() {
        var pem = folder.resolve(CERTIFICATE);
        var fix = "remove %s and %s there; clients must then trust the new ones".formatted(CERTIFICATE, KEY);
        var certificate = PemFile.read(pem, "The authority's certificate", fix).certificates().stream()
                .filter(found -> found.getBasicConstraints() >= 0)
                .findFirst()
                .orElseThrow(() -> InvalidCertificate.because(
                        "The file has no certificate of an authority that may sign others.", pem, fix));
        CertificateFiles.requireValidNow(certificate, pem, fix);
        var key = PemFile.read(folder.resolve(KEY), "The authority's private key", fix)
                .key(Optional.empty())
                .filter(found -> KeyAlgorithm.belongTogether(found, certificate.getPublicKey()))
                .orElseThrow(() -> InvalidCertificate.because(
                        "The private key is not that of the authority's certificate.", folder.resolve(KEY), fix));
        return new CertificateAuthority(certificate, key, Optional.of(pem));
    }

    private static byte[] encoded(CertificateAuthority authority) {
        try {
            return authority.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate was encoded when it was signed", e);
        }
    }

    private static byte[] pem(String type, byte[] content) throws IOException {
        var text = new StringWriter();
        try (var pem = new PemWriter(text)) {
            pem.writeObject(new PemObject(type, content));
        }
        return text.toString().getBytes(US_ASCII);
    }

    /** Readable for nobody else at any time. */
    private void writeKey(byte[] pem) throws IOException {
        var isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        var written = isPosix
                ? Files.createTempFile(folder, KEY, ".new", OWNER_ONLY)
                : Files.createTempFile(folder, KEY, ".new");
        Files.write(written, pem);
        Files.move(written, folder.resolve(KEY), StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeIfDifferent(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.write(file, content);
        }
    }
}
