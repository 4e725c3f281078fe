package dev.treaty.stubs.http.tls;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs the certificates that are made here. Clients that trust it trust these. */
record CertificateAuthority(X509Certificate certificate, PrivateKey key, Optional<Path> file) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration VALIDITY = Duration.ofDays(3_650);

    /** No browser accepts more than 398 days; the certificate is made anew at each start. */
    private static final Duration VALIDITY_OF_SERVERS = Duration.ofDays(397);

    /** Clocks of containers and virtual machines may be behind. */
    private static final Duration BEFORE_NOW = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;

    /** A new one, which is not kept. */
    static CertificateAuthority create() {
        try {
            var keys = newKeys();
            // a name of its own, because clients look for the one that signed a certificate by its name
            var name = new X500Principal("O=Treaty, CN=Treaty stub server CA " + randomHex());
            var builder = builder(name, name, keys.getPublic(), Instant.now().plus(VALIDITY))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return new CertificateAuthority(signed(builder, keys.getPrivate()), keys.getPrivate(), Optional.empty());
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("The JDK cannot make a certificate", e);
        }
    }

    /** The same, whose certificate clients find in a file. */
    CertificateAuthority in(Path pem) {
        return new CertificateAuthority(certificate, key, Optional.of(pem));
    }

    /** A certificate for a server with these names. */
    ServerCertificate issue(GeneralNames names) {
        try {
            var keys = newKeys();
            var utilities = new JcaX509ExtensionUtils();
            var builder = builder(
                            certificate.getSubjectX500Principal(),
                            new X500Principal("O=Treaty, CN=Treaty stub server"),
                            keys.getPublic(),
                            end())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, names)
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            utilities.createSubjectKeyIdentifier(keys.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            utilities.createAuthorityKeyIdentifier(certificate));
            return new ServerCertificate(
                    keys.getPrivate(), List.of(signed(builder, key), certificate), certificate, file);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("The JDK cannot make a certificate", e);
        }
    }

    private Instant end() {
        var wanted = Instant.now().plus(VALIDITY_OF_SERVERS);
        var longest = certificate.getNotAfter().toInstant();
        return wanted.isBefore(longest) ? wanted : longest;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, PublicKey key, Instant end) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
                Date.from(Instant.now().minus(BEFORE_NOW)),
                Date.from(end),
                subject,
                key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder(KeyAlgorithm.of(key).signature()).build(key);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static String randomHex() {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
