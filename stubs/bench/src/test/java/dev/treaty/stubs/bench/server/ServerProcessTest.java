package dev.treaty.stubs.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.load.Probe;
import dev.treaty.stubs.bench.workload.CustomerWorkload;
import dev.treaty.stubs.bench.workload.WorkloadFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    private static final CustomerWorkload CUSTOMERS = new CustomerWorkload(3);
    private static final WorkloadFiles FILES =
            new WorkloadFiles(Path.of("pact.json"), Path.of("wiremock"), Path.of("mockserver.json"));
    private static final StubServerOptions OPTIONS = new StubServerOptions(
            Path.of("stubs.jar"), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    @TempDir
    Path folder;

    @Test
    void the_bare_server_gives_the_first_response_to_every_request_until_it_is_closed() throws Exception {
        var responses = MeasuredServer.BARE.responses(CUSTOMERS);
        var server = ServerProcess.start(
                "bare",
                port -> MeasuredServer.BARE.command(CUSTOMERS, FILES, OPTIONS, port),
                responses.get(0),
                folder.resolve("bare.log"),
                Duration.ofSeconds(60));
        assertThat(server.untilFirstResponse()).isPositive();
        assertThat(responses).hasSize(3).allMatch(response -> new Probe(server.address(), response).succeeds());
        if (Files.exists(Path.of("/proc/self/status"))) {
            var footprint = server.footprint().orElseThrow();
            assertThat(footprint.residentBytes()).isGreaterThan(1 << 20);
            assertThat(footprint.threads()).isGreaterThan(1);
            assertThat(footprint.descriptors()).isGreaterThan(1);
        }

        server.close();

        assertThat(new Probe(server.address(), responses.get(0)).succeeds()).isFalse();
    }

    @Test
    void a_server_that_ends_is_reported_with_its_output() {
        var log = folder.resolve("server.log");
        var command = List.of("sh", "-c", "echo no such server >&2; exit 1");

        assertThatThrownBy(() -> start(command, log, Duration.ofSeconds(60)))
                .isInstanceOf(ServerNotStarted.class)
                .hasMessage("""
                        a server ended with exit code 1 before it responded.
                          where: %s, which ends with:
                                   no such server
                          fix:   run it yourself: %s""".formatted(log, String.join(" ", command)));
    }

    @Test
    void a_server_that_stays_silent_is_given_up() {
        assertThatThrownBy(() -> start(List.of("sleep", "60"), folder.resolve("server.log"), Duration.ZERO))
                .isInstanceOf(ServerNotStarted.class)
                .hasMessageStartingWith(
                        "a server did not respond correctly within 0 s; the last attempt: Connection refused.");
    }

    private static void start(List<String> command, Path log, Duration limit) throws Exception {
        var response = ExpectedResponse.to(CUSTOMERS.request(0), CUSTOMERS.responseBody(0));
        ServerProcess.start("a server", port -> command, response, log, limit).close();
    }
}
