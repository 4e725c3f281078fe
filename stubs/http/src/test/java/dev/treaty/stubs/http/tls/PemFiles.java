package dev.treaty.stubs.http.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Certificates and keys as a user's own authority or openssl would give them. */
record PemFiles(Path folder) {

    static final Duration YEAR = Duration.ofDays(365);

    /** New ones, except for RSA, which takes a second. */
    static KeyPair keys(String algorithm) {
        return algorithm.equals("RSA") ? Rsa.KEYS : newKeys(algorithm);
    }

    private static final class Rsa {
        static final KeyPair KEYS = newKeys("RSA");
    }

    private static KeyPair newKeys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by itself, for 127.0.0.1 and stubs.example.test. */
    static X509Certificate certificate(KeyPair keys, Instant begin, Instant end) {
        try {
            var name = new X500Principal("CN=stubs.example.test");
            var builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.ONE, Date.from(begin), Date.from(end), name, keys.getPublic());
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "stubs.example.test"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            var signature = switch (keys.getPrivate().getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                case "DSA" -> "SHA256withDSA";
                default -> "Ed25519";
            };
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate validCertificate(KeyPair keys) {
        return certificate(keys, Instant.now().minus(YEAR), Instant.now().plus(YEAR));
    }

    /** Certificates and keys, one after the other. */
    Path write(String name, Object... objects) {
        var file = folder.resolve(name);
        try (var pem = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            for (var object : objects) {
                pem.writeObject(object);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As OpenSSL wrote keys before PKCS #8: {@code RSA PRIVATE KEY}, {@code EC PRIVATE KEY}. */
    static PemObject openssl(KeyPair keys) {
        try {
            var info = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
            if (!(keys.getPrivate() instanceof ECPrivateKey key)) {
                return new PemObject(
                        "RSA PRIVATE KEY",
                        info.parsePrivateKey().toASN1Primitive().getEncoded());
            }
            var written = new org.bouncycastle.asn1.sec.ECPrivateKey(
                    key.getParams().getOrder().bitLength(),
                    key.getS(),
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())
                            .getPublicKeyData(),
                    info.getPrivateKeyAlgorithm().getParameters());
            return new PemObject("EC PRIVATE KEY", written.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PKCS #8. */
    static PemObject pkcs8(PrivateKey key) {
        return new PemObject("PRIVATE KEY", key.getEncoded());
    }
}
