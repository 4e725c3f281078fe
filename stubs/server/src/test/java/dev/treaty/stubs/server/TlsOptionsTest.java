package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code serve} over TLS, as it is started. */
class TlsOptionsTest {

    private static final String[] FREE = {"--port=0", "--own-ports=none"};

    @TempDir
    Path folder;

    @Test
    void the_banner_says_where_it_is_and_what_to_trust() throws Exception {
        try (var serve = overTls("--listen=stripe=0")) {
            assertThat(serve.banner())
                    .containsPattern(
                            "\nHTTPS: https://127\\.0\\.0\\.1:\\d+/<provider>, and each own port, which speaks both\n"
                                    + "Clients must trust %s; for Java, ca\\.p12 beside it\\.\n"
                                            .formatted(Pattern.quote(
                                                    folder.resolve("ca.pem").toString())));
            var own = "https" + serve.url("stripe").toString().substring("http".length());

            assertThat(status(trustStore(), own + "/v1/customers")).isEqualTo(401);
        }
    }

    @Test
    void clients_that_trust_one_server_trust_the_next() throws Exception {
        SSLContext trust;
        try (var serve = overTls()) {
            trust = trustStore();
            assertThat(status(trust, httpsUrl(serve) + "/stripe/v1/customers")).isEqualTo(401);
        }
        try (var serve = overTls("--certificate-name=stubs.example.test")) {
            assertThat(status(trust, httpsUrl(serve) + "/stripe/v1/customers")).isEqualTo(401);
        }
    }

    private RunningServe overTls(String... further) throws InterruptedException {
        return RunningServe.with(
                Stream.of(Stream.of(FREE), Stream.of("--https-port=0", "--tls-directory=" + folder), Stream.of(further))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private SSLContext trustStore() throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(folder.resolve("ca.p12").toFile(), (char[]) null));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static URI httpsUrl(RunningServe serve) {
        var line = Pattern.compile("HTTPS: (https://\\S+)/<provider>").matcher(serve.banner());
        assertThat(line.find()).isTrue();
        return URI.create(line.group(1));
    }

    private static int status(SSLContext trust, String url) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trust)
                .build()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --certificate=a.pem --key=b.pem | --certificate, --key, --certificate-name and --tls-directory need --https-port, where the certificate is shown
            --certificate-name=stubs.test | --certificate, --key, --certificate-name and --tls-directory need --https-port, where the certificate is shown
            --tls-directory=tls | --certificate, --key, --certificate-name and --tls-directory need --https-port, where the certificate is shown
            --https-port=0 --certificate=a.pem | --certificate and --key belong together: the one is of no use without the other
            --https-port=0 --key=a.pem | --certificate and --key belong together: the one is of no use without the other
            --https-port=0 --certificate=a.pem --key=b.pem --certificate-name=x | --certificate-name and --tls-directory are for a certificate that is made here, not for --certificate
            --https-port=70000 | --https-port must be from 0 to 65535, not 70000
            """)
    void options_that_contradict_each_other_are_refused(String options, String message) {
        var run = serve(options.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains(message);
    }

    @Test
    void a_certificate_that_cannot_be_used_is_reported_without_the_password() throws Exception {
        var missing = folder.resolve("missing.pem");
        Files.writeString(folder.resolve("key.pem"), "");

        var run = serve(
                "--https-port=0",
                "--certificate=" + missing,
                "--key=" + folder.resolve("key.pem"),
                "--key-password=hunter2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("""
                        The certificate cannot be read: there is no such file.
                          where: %s
                          fix:   name a PEM file with --certificate""".formatted(missing)).doesNotContain("hunter2");
    }

    @Test
    void a_name_that_is_none_and_a_port_that_is_taken_are_reported() throws Exception {
        var badName = serve("--https-port=0", "--certificate-name=https://stubs.test", "--tls-directory=" + folder);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var badPort = serve("--https-port=" + taken.getLocalPort(), "--tls-directory=" + folder);

            assertThat(badPort.exitCode()).isEqualTo(2);
            assertThat(badPort.output())
                    .contains("The HTTPS port cannot be opened: ", "choose another port with --https-port PORT");
        }
        assertThat(badName.exitCode()).isEqualTo(2);
        assertThat(badName.output()).contains("\"https://stubs.test\" is neither a host name nor an IP address.");
    }

    private static CommandRun serve(String... options) {
        return CommandRun.of(Stream.of(Stream.of("serve"), Stream.of(FREE), Stream.of(options))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }
}
