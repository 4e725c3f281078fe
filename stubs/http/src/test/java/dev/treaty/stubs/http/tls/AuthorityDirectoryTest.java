package dev.treaty.stubs.http.tls;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority whose certificate clients trust once. */
class AuthorityDirectoryTest {

    private static final GeneralNames NAMES = CertificateNames.of(List.of("stubs.example.test"), "127.0.0.1");

    @TempDir
    Path parent;

    @Test
    void clients_that_trust_it_once_trust_each_later_server() throws Exception {
        var folder = parent.resolve("new/tls");

        var first = open(folder).issue(NAMES);
        var second = open(folder).issue(NAMES);

        assertThat(first.trustedFile()).hasValue(folder.resolve("ca.pem"));
        assertThat(pem(folder)).isEqualTo(open(folder).certificate());
        assertThat(first.names())
                .containsExactly("localhost", "*.localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "stubs.example.test");
        assertThat(first.validUntil())
                .isBetween(Instant.now().plus(PemFiles.YEAR), Instant.now().plus(PemFiles.YEAR.plusDays(33)));
        assertThat(second.names()).isEqualTo(first.names());
    }

    @Test
    void java_reads_the_trust_store_without_a_password() throws Exception {
        var authority = open(parent);

        var store = KeyStore.getInstance(parent.resolve("ca.p12").toFile(), (char[]) null);

        assertThat(store.isCertificateEntry("treaty-stub-server-ca")).isTrue();
        assertThat(store.getCertificate("treaty-stub-server-ca")).isEqualTo(authority.certificate());
    }

    @Test
    void nobody_but_the_owner_may_read_the_key() throws Exception {
        assumeThat(parent.getFileSystem().supportedFileAttributeViews()).contains("posix");
        open(parent);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("ca-key.pem"))))
                .isEqualTo("rw-------");
        try (var all = Files.list(parent)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca.pem", "ca.p12", "ca-key.pem", ".lock");
        }
    }

    @Test
    void servers_that_start_at_the_same_time_share_it() {
        var authorities = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> open(parent).certificate())
                .collect(toSet());

        assertThat(authorities).hasSize(1);
    }

    @Test
    void a_trust_store_that_was_deleted_is_written_again() throws Exception {
        open(parent);
        Files.delete(parent.resolve("ca.p12"));

        open(parent);

        assertThat(parent.resolve("ca.p12")).exists();
    }

    @Test
    void the_users_own_authority_may_be_there() {
        var keys = PemFiles.keys("RSA");
        var own = CertificateAuthority.create();
        new PemFiles(parent).write("ca.pem", own.certificate());
        new PemFiles(parent).write("ca-key.pem", PemFiles.pkcs8(own.key()));

        assertThat(open(parent).issue(NAMES).names()).contains("stubs.example.test");

        new PemFiles(parent).write("ca.pem", PemFiles.validCertificate(keys));
        assertThatThrownBy(() -> open(parent))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        The file has no certificate of an authority that may sign others.
                          where: %s
                          fix:   remove ca.pem and ca-key.pem there; clients must then trust the new ones""", parent.resolve("ca.pem"));
    }

    @Test
    void a_key_that_is_lost_or_another_is_reported() throws Exception {
        open(parent);
        var key = parent.resolve("ca-key.pem");
        Files.delete(key);

        assertThatThrownBy(() -> open(parent))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        The authority's private key cannot be read: there is no such file.
                          where: %s
                          fix:   remove ca.pem and ca-key.pem there; clients must then trust the new ones""", key);

        new PemFiles(parent).write("ca-key.pem", PemFiles.openssl(PemFiles.keys("EC")));
        assertThatThrownBy(() -> open(parent))
                .hasMessageStartingWith("The private key is not that of the authority's certificate.");
    }

    @Test
    void a_folder_that_cannot_be_one_is_reported() throws Exception {
        var file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        The certificates cannot be kept in this folder: FileAlreadyExistsException.
                          where: %s
                          fix:   name a folder that you may write to with --tls-directory""", file);
    }

    private static CertificateAuthority open(Path folder) {
        return AuthorityDirectory.authority(Optional.of(folder));
    }

    private static X509Certificate pem(Path folder) throws Exception {
        try (var file = Files.newInputStream(folder.resolve("ca.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }
}
