package dev.treaty.stubs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    private static final CustomerWorkload CUSTOMERS = new CustomerWorkload(1);
    private static final BenchSettings SETTINGS =
            new BenchSettings(Path.of("stubs.jar"), List.of(), Duration.ZERO, Duration.ofSeconds(1), 1);
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    @Test
    void the_bare_server_answers_in_a_process_of_its_own_that_ends_when_it_is_closed() throws Exception {
        var files = WorkloadFiles.write(CUSTOMERS, folder);
        var server = ServerProcess.start(
                "bare",
                port -> MeasuredServer.BARE.command(CUSTOMERS, files, SETTINGS, port),
                MeasuredServer.BARE.exchanges(CUSTOMERS),
                folder.resolve("bare.log"),
                Duration.ofSeconds(60));
        assertThat(server.untilFirstAnswer()).isPositive();
        if (Files.exists(Path.of("/proc/self/status"))) {
            var footprint = server.footprint().orElseThrow();
            assertThat(footprint.residentBytes()).isGreaterThan(1 << 20);
            assertThat(footprint.threads()).isGreaterThan(1);
            assertThat(footprint.descriptors()).isGreaterThan(1);
        }

        server.close();

        assertThat(new Probe(
                                server.address(),
                                MeasuredServer.BARE.exchanges(CUSTOMERS).at(0))
                        .answered())
                .isFalse();
    }

    @Test
    void a_server_that_ends_is_told_with_what_it_said() {
        var log = folder.resolve("server.log");
        var command = List.of(JAVA, "-classpath", folder.toString(), "NoSuchServer");

        assertThatThrownBy(() -> start(command, log, Duration.ofSeconds(60)))
                .isInstanceOf(ServerNotStarted.class)
                .hasMessageStartingWith("""
                        a server ended with exit code 1 before it answered.
                          where: %s, which ends:
                        """.formatted(log))
                .hasMessageContaining("java.lang.ClassNotFoundException: NoSuchServer")
                .hasMessageEndingWith("\n  fix:   run it yourself: " + String.join(" ", command));
    }

    @Test
    void a_server_that_stays_silent_is_given_up() {
        assertThatThrownBy(() -> start(List.of(JAVA, "-version"), folder.resolve("server.log"), Duration.ZERO))
                .isInstanceOf(ServerNotStarted.class)
                .hasMessageStartingWith(
                        "a server gave no right answer within 0 s; the last time: HttpConnection refused.");
    }

    private static void start(List<String> command, Path log, Duration limit) throws Exception {
        ServerProcess.start("a server", port -> command, ExpectedResponses.of(CUSTOMERS), log, limit)
                .close();
    }
}
