package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker whose certificate no authority signed that Java knows. */
class TrustedCertificatesTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder = Path.of("");

    private static final HttpsServer SERVER = server();

    private static HttpsServer server() {
        try {
            return HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "SAN=ip:127.0.0.1", "-validity", "2");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
        var keys = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SERVER.setHttpsConfigurator(new HttpsConfigurator(context));
        SERVER.createContext("/", exchange -> {
            try (exchange) {
                var index = "{\"_links\": {\"self\": {\"href\": \"%s\"}}}"
                        .formatted(url())
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, index.length);
                exchange.getResponseBody().write(index);
            }
        });
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    /** The JDK's own tool, because Java cannot sign certificates by itself. */
    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Collections.addAll(command, arguments);
        command.addAll(List.of("-alias", "broker", "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }

    private static Path certificate() {
        return folder.resolve("broker.pem");
    }

    private static String url() {
        return "https://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    private static String ask(Map<String, String> environment) {
        return Broker.at(BrokerAddress.of(url(), Map.of()), environment, line -> {}, List.of())
                .link("self", Map.of())
                .href();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        assertThatThrownBy(() -> ask(Map.of()))
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageStartingWith("The broker cannot be asked: its certificate is not trusted")
                .hasMessageContaining("name their file with --ssl-certificate or SSL_CERT_FILE");
    }

    @Test
    void a_certificate_in_the_file_is_trusted() {
        assertThat(ask(Map.of("SSL_CERT_FILE", certificate().toString()))).isEqualTo(url());
        assertThat(ask(Map.of("SSL_CERT_FILE", certificate().toString(), "SSL_TRUST_STORE", "false")))
                .isEqualTo(url());
    }

    @Test
    void a_trusted_certificate_of_another_host_is_refused() {
        var elsewhere = url().replace("127.0.0.1", "localhost");

        assertThatThrownBy(() -> Broker.at(
                                BrokerAddress.of(elsewhere, Map.of()),
                                Map.of("SSL_CERT_FILE", certificate().toString()),
                                line -> {},
                                List.of())
                        .link("self", Map.of()))
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageStartingWith("The broker cannot be asked: its certificate is not trusted");
    }

    @Test
    void a_file_that_has_no_certificates_is_named() throws Exception {
        var key = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n");

        for (var file : List.of(folder.resolve("missing.pem"), key, Files.createTempFile(folder, "empty", ".pem"))) {
            assertThatThrownBy(() -> ask(Map.of("SSL_CERT_FILE", file.toString())))
                    .isInstanceOf(InvalidBrokerSettings.class)
                    .hasMessageStartingWith("The file of trusted certificates cannot be read: ")
                    .hasMessageContaining("where: " + file);
        }
    }

    @Test
    void somebody_must_be_trusted() {
        assertThatThrownBy(() -> ask(Map.of("SSL_TRUST_STORE", "false")))
                .isInstanceOf(InvalidBrokerSettings.class)
                .hasMessageStartingWith("No certificate is trusted.");
    }

    @Test
    void certificates_do_not_matter_where_nothing_is_encrypted() {
        assertThat(BrokerAddress.of("http://127.0.0.1:1", Map.of()).isSecure()).isFalse();
        assertThat(Broker.at(
                                BrokerAddress.of("http://127.0.0.1:1", Map.of()),
                                Map.of("SSL_CERT_FILE", "missing.pem"),
                                line -> {})
                        .address())
                .hasToString("http://127.0.0.1:1");
    }
}
