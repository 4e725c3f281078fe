package dev.treaty.stubs.http.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** A file of certificates and keys as text (RFC 7468). */
final class PemFile {

    private final Path path;
    private final List<Object> objects;

    private PemFile(Path path, List<Object> objects) {
        this.path = path;
        this.objects = objects;
    }

    /**
     * Reads all of it.
     *
     * @param what it should be, e.g. {@code "The certificate"}
     * @param fix how to name another
     */
    static PemFile read(Path path, String what, String fix) {
        try (var parser = new PEMParser(new StringReader(Files.readString(path, ISO_8859_1)))) {
            var objects = new ArrayList<>();
            for (var object = parser.readObject(); object != null; object = parser.readObject()) {
                objects.add(object);
            }
            return new PemFile(path, objects);
        } catch (NoSuchFileException e) {
            throw InvalidCertificate.because(what + " cannot be read: there is no such file.", path, fix);
        } catch (IOException | RuntimeException e) { // of many types, none of which names the place
            throw InvalidCertificate.because(
                    what + " cannot be read: "
                            + (Files.isReadable(path) && Files.isRegularFile(path)
                                    ? "what it contains is broken."
                                    : "it is not a file that this user may read."),
                    path,
                    fix);
        }
    }

    /** The certificates in it, in its order. */
    List<X509Certificate> certificates() {
        return Stream.of(objects.toArray())
                .filter(X509CertificateHolder.class::isInstance)
                .map(X509CertificateHolder.class::cast)
                .map(this::certificate)
                .toList();
    }

    private X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw InvalidCertificate.because(
                    "A certificate cannot be read: what it contains is broken.", path, "get it anew");
        }
    }

    /**
     * The first private key in it; empty if there is none.
     *
     * @param password if it is encrypted
     */
    Optional<PrivateKey> key(Optional<String> password) {
        for (var object : objects) {
            try {
                var info = keyInfo(object, password);
                if (info.isPresent()) {
                    return Optional.of(new JcaPEMKeyConverter().getPrivateKey(info.get()));
                }
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                throw object instanceof PKCS8EncryptedPrivateKeyInfo
                        ? InvalidCertificate.because(
                                "The private key cannot be decrypted.",
                                path,
                                "correct the password (--key-password), or encrypt the key with AES (openssl pkcs8 -topk8)")
                        : InvalidCertificate.because(
                                "The private key is of a kind that the server cannot use.",
                                path,
                                "use an RSA, EC or Ed25519 key");
            }
        }
        return Optional.empty();
    }

    private Optional<PrivateKeyInfo> keyInfo(Object object, Optional<String> password)
            throws IOException, GeneralSecurityException {
        if (object instanceof PrivateKeyInfo info) {
            return Optional.of(info);
        }
        if (object instanceof PEMKeyPair pair) {
            return Optional.of(pair.getPrivateKeyInfo());
        }
        if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return Optional.of(decrypted(encrypted, required(password)));
        }
        if (object instanceof PEMEncryptedKeyPair) {
            throw InvalidCertificate.because(
                    "The private key is encrypted in a way that only OpenSSL has.",
                    path,
                    "convert it to PKCS #8: openssl pkcs8 -topk8 -in KEY -out NEW_KEY");
        }
        return Optional.empty();
    }

    /** With the JDK, because Bouncy Castle asks for a cipher that only its own provider has. */
    private static PrivateKeyInfo decrypted(PKCS8EncryptedPrivateKeyInfo encrypted, char[] password)
            throws IOException, GeneralSecurityException {
        var info = new EncryptedPrivateKeyInfo(encrypted.getEncoded());
        // JDK 17 and 25 name the scheme in different places
        var scheme = info.getAlgName().startsWith("PBEWith")
                ? info.getAlgName()
                : info.getAlgParameters().toString();
        var key = SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password));
        var cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
        return PrivateKeyInfo.getInstance(info.getKeySpec(cipher).getEncoded());
    }

    private char[] required(Optional<String> password) {
        return password.orElseThrow(() -> InvalidCertificate.because(
                        "The private key is encrypted, and there is no password for it.",
                        path,
                        "set TREATY_KEY_PASSWORD, or add --key-password"))
                .toCharArray();
    }
}
