package dev.treaty.stubs.sdks.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.treaty.stubs.sdks.process.PackagedStubs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stubs/README.md says clients have to do to trust the server. */
class SdksOverTlsIT {

    @TempDir
    static Path folder;

    private static PackagedStubs stubs;

    @BeforeAll
    static void serve() throws IOException {
        stubs = PackagedStubs.start("--https-port=0", "--tls-directory=" + folder);
    }

    @AfterAll
    static void stop() {
        stubs.close();
    }

    @Test
    void stripe_and_twilio_for_java_trust_the_store() throws Exception {
        var trust = "-Djavax.net.ssl.trustStore=" + folder.resolve("ca.p12");

        assertThat(run(Map.of(), java(trust))).isEqualTo("customer Erika Mustermann\nmessage queued\n");
        assertThat(run(Map.of(), java("-Dnothing"))).as("without it").contains("SSLHandshakeException");
    }

    private static List<String> java(String option) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                SdksOverTls.class.getName(),
                stubs.tlsUrl("stripe").toString(),
                stubs.tlsUrl("twilio").toString());
    }

    /** What the SDKs for Node.js use underneath; they themselves are checked where npm has installed them. */
    @Test
    void node_trusts_the_file() throws Exception {
        // Java developers need no Node.js, as in NodeChecksIT
        assumeTrue(hasNode(), "there is no node on the PATH");
        var program =
                "fetch('%s/v1/customers').then(answer => console.log(answer.status), failure => console.log(failure.cause.code))"
                        .formatted(stubs.tlsUrl("stripe"));
        var command = List.of("node", "--eval", program);

        assertThat(run(Map.of("NODE_EXTRA_CA_CERTS", folder.resolve("ca.pem").toString()), command))
                .isEqualTo("401\n");
        assertThat(run(Map.of(), command)).as("without it").doesNotContain("401");
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            run(Map.of(), List.of("node", "--version"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
