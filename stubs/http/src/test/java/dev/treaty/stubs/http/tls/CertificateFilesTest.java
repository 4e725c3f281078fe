package dev.treaty.stubs.http.tls;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's own certificate and key. */
class CertificateFilesTest {

    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    private PemFiles files;

    @BeforeEach
    void prepare() {
        files = new PemFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void the_server_shows_it(String algorithm) throws Exception {
        var keys = PemFiles.keys(algorithm);
        var certificate = files.write("server.pem", PemFiles.validCertificate(keys));

        assertThat(served(certificate, files.write("pkcs8.pem", PemFiles.pkcs8(keys.getPrivate())), Optional.empty()))
                .isEqualTo("rye");
        assertThat(served(certificate, files.write("openssl.pem", PemFiles.openssl(keys)), Optional.empty()))
                .as("as OpenSSL writes an %s key", algorithm)
                .isEqualTo("rye");
    }

    @Test
    void both_may_be_in_one_file() throws Exception {
        var keys = PemFiles.keys("RSA");
        var file = files.write("all.pem", keys.getPrivate(), PemFiles.validCertificate(keys));

        assertThat(served(file, file, Optional.empty())).isEqualTo("rye");
    }

    @Test
    void a_key_may_be_encrypted() throws Exception {
        var keys = PemFiles.keys("RSA");
        var certificate = files.write("server.pem", PemFiles.validCertificate(keys));
        var pkcs8 = files.write("pkcs8.pem", encrypted(keys.getPrivate()));
        var openssl = Files.writeString(folder.resolve("openssl.pem"), """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF

                AAAA
                -----END RSA PRIVATE KEY-----
                """);

        assertThat(served(certificate, pkcs8, Optional.of(PASSWORD))).isEqualTo("rye");
        assertThatThrownBy(() -> served(certificate, pkcs8, Optional.of("wrong")))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        The private key cannot be decrypted.
                          where: %s
                          fix:   correct the password (--key-password), or encrypt the key with AES (openssl pkcs8 -topk8)""", pkcs8);
        assertThatThrownBy(() -> served(certificate, openssl, Optional.of(PASSWORD)))
                .hasMessage("""
                        The private key is encrypted in a way that only OpenSSL has.
                          where: %s
                          fix:   convert it to PKCS #8: openssl pkcs8 -topk8 -in KEY -out NEW_KEY""", openssl);
        assertThatThrownBy(() -> served(certificate, pkcs8, Optional.empty())).hasMessage("""
                        The private key is encrypted, and there is no password for it.
                          where: %s
                          fix:   set TREATY_KEY_PASSWORD, or add --key-password""", pkcs8);
    }

    /** As {@code openssl pkcs8 -topk8} does. */
    private static PemObject encrypted(PrivateKey key) throws Exception {
        var scheme = "PBEWithHmacSHA256AndAES_256";
        var secret = SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(PASSWORD.toCharArray()));
        var cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.ENCRYPT_MODE, secret);
        var parameters = ASN1Primitive.fromByteArray(cipher.getParameters().getEncoded());
        var encrypted = new EncryptedPrivateKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), cipher.doFinal(key.getEncoded()));
        return new PemObject("ENCRYPTED PRIVATE KEY", encrypted.getEncoded());
    }

    @Test
    void the_urls_have_a_host_that_it_is_for() {
        var keys = PemFiles.keys("EC");
        var certificate = CertificateFiles.read(source(
                files.write("server.pem", PemFiles.validCertificate(keys)),
                files.write("key.pem", PemFiles.pkcs8(keys.getPrivate())),
                Optional.empty()));

        assertThat(certificate.host("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(certificate.host("192.0.2.1")).isEqualTo("stubs.example.test");
    }

    @Test
    void a_key_of_another_certificate_is_refused() {
        var certificate = files.write("server.pem", PemFiles.validCertificate(PemFiles.keys("EC")));
        var key = files.write("key.pem", PemFiles.openssl(PemFiles.keys("EC")));

        assertThatThrownBy(() -> served(certificate, key, Optional.empty()))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        The private key is not that of the certificate.
                          where: %s
                          fix:   name the key that %s was made for; in that file, the server's own certificate must be the first""", key, certificate);
        var other = files.write("rsa.pem", PemFiles.keys("RSA").getPrivate());
        assertThatThrownBy(() -> served(certificate, other, Optional.empty()))
                .hasMessageStartingWith("The private key is not that of the certificate.");
    }

    @Test
    void a_certificate_that_is_not_valid_now_is_refused() {
        var keys = PemFiles.keys("EC");
        var key = files.write("key.pem", PemFiles.pkcs8(keys.getPrivate()));
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var expired =
                files.write("expired.pem", PemFiles.certificate(keys, now.minus(PemFiles.YEAR), now.minusSeconds(60)));
        var early =
                files.write("early.pem", PemFiles.certificate(keys, now.plusSeconds(3_600), now.plus(PemFiles.YEAR)));

        assertThatThrownBy(() -> served(expired, key, Optional.empty()))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        The certificate expired at %s.
                          where: %s
                          fix:   name one that is valid, or let the server make one: without --certificate and --key""", now.minusSeconds(60), expired);
        assertThatThrownBy(() -> served(early, key, Optional.empty()))
                .hasMessageStartingWith("The certificate is not valid before %s; here it is ", now.plusSeconds(3_600));
    }

    @Test
    void files_that_are_something_else_are_refused() throws Exception {
        var keys = PemFiles.keys("EC");
        var certificate = files.write("server.pem", PemFiles.validCertificate(keys));
        var key = files.write("key.pem", PemFiles.pkcs8(keys.getPrivate()));
        var broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        var missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> served(key, key, Optional.empty())).hasMessage("""
                        The file has no certificate in PEM (-----BEGIN CERTIFICATE-----).
                          where: %s
                          fix:   name a PEM file with --certificate; openssl x509 and openssl pkcs12 convert other forms""", key);
        assertThatThrownBy(() -> served(certificate, certificate, Optional.empty()))
                .hasMessage("""
                        The file has no private key in PEM (-----BEGIN PRIVATE KEY-----).
                          where: %s
                          fix:   name a PEM file with --key; openssl pkey and openssl pkcs12 convert other forms""", certificate);
        assertThatThrownBy(() -> served(broken, key, Optional.empty())).hasMessage("""
                        The certificate cannot be read: what it contains is broken.
                          where: %s
                          fix:   name a PEM file with --certificate""", broken);
        assertThatThrownBy(() -> served(certificate, missing, Optional.empty())).hasMessage("""
                        The private key cannot be read: there is no such file.
                          where: %s
                          fix:   name a PEM file with --key""", missing);
        assertThatThrownBy(() -> served(folder, key, Optional.empty()))
                .hasMessageStartingWith("The certificate cannot be read: it is not a file that this user may read.");
    }

    @Test
    void a_key_of_a_kind_that_tls_has_no_use_for_is_refused() {
        var keys = PemFiles.keys("DSA");
        var certificate = files.write("server.pem", PemFiles.validCertificate(keys));
        var key = files.write("key.pem", PemFiles.pkcs8(keys.getPrivate()));

        assertThatThrownBy(() -> served(certificate, key, Optional.empty()))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        The private key is of a kind that the server cannot use: DSA.
                          where: %s
                          fix:   use an RSA, EC or Ed25519 key""", key);
    }

    @Test
    void a_password_is_never_shown() {
        assertThat(source(folder, folder, Optional.of(PASSWORD)).toString()).doesNotContain(PASSWORD);
    }

    private static CertificateSource.Files source(Path certificate, Path key, Optional<String> password) {
        return new CertificateSource.Files(certificate, key, password);
    }

    private static String served(Path certificate, Path key, Optional<String> password) throws Exception {
        try (var server = ReplayServer.builder()
                .pacts(List.of(
                        PactFile.parse(Path.of("kiosk-bakery.json"), pact("kiosk", "bakery", get("/bread", "rye")))))
                .tls(0, source(certificate, key, password))
                .start()) {
            return TlsClient.of(server, Version.HTTP_2, server.tlsUrl("bakery"))
                    .get("/bread")
                    .body();
        }
    }
}
