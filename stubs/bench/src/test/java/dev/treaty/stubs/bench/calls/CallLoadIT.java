package dev.treaty.stubs.bench.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.server.ServerProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A thousand calls alive at once in the packaged stub server, for {@code -Dcalls.seconds=600}: 35 are made in a second, each lasts 30
 * seconds, and 100 questions for their status are asked in a second. 99 % of these and of the callbacks come within 200 ms of the
 * planned moment; none is lost, and none overtakes another.
 */
@Tag("nightly")
class CallLoadIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = "../server/target/treaty-stubs.jar";
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("calls.seconds", 600));
    private static final Duration UNTIL_ALL_ARE_ALIVE = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final String REFUSAL =
            "{\"code\":20003,\"message\":\"Authenticate\",\"more_info\":\"https://www.twilio.com/docs/errors/20003\",\"status\":401}";

    @Test
    void a_thousand_calls_at_once_are_told_of_in_time() throws Exception {
        var folder = Files.createDirectories(Path.of("target/calls"));
        try (var server = ServerProcess.start(
                "the stub server",
                port -> List.of(JAVA, "-jar", JAR, "serve", "--port=0", "--listen=twilio=" + port),
                ExpectedResponse.to(
                        "GET /2010-04-01/Accounts.json HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        401,
                        REFUSAL.getBytes(UTF_8)),
                folder.resolve("stub-server.log"),
                Duration.ofMinutes(1))) {
            var twilio = URI.create("http://127.0.0.1:" + server.address().getPort());
            run(twilio, WARM_UP);

            var result = run(twilio, LENGTH);

            Files.writeString(folder.resolve("calls.md"), result.markdown());
            System.out.printf("%n%s%n%n", result.text());
            assertThat(result.mostAlive())
                    .isGreaterThanOrEqualTo(LENGTH.compareTo(UNTIL_ALL_ARE_ALIVE) < 0 ? 1 : 1_000);
            result.fault().ifPresent(fault -> fail(fault));
        }
    }

    private static CallLoadResult run(URI twilio, Duration length) throws Exception {
        var ledger = new CallLedger();
        try (var application = CallApplication.start(ledger)) {
            return new CallLoad(twilio, application, ledger).run(length);
        }
    }
}
