package dev.treaty.stubs.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.bench.workload.CustomerWorkload;
import dev.treaty.stubs.bench.workload.WorkloadFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuredServerTest {

    private static final StubServerOptions PLAIN = new StubServerOptions(
            Path.of("stubs.jar"), Optional.empty(), Optional.empty(), Optional.empty(), List.of("--quiet"));

    @Test
    void both_builds_of_the_stub_server_answer_from_contracts() {
        var options = with(Optional.of(Path.of("old.jar")), Optional.empty());

        assertThat(command(MeasuredServer.TREATY, options))
                .endsWith(
                        "-jar stubs.jar serve --pacts pact.json --port 0 --listen stripe=8080 --quiet --contracts-only");
        assertThat(command(MeasuredServer.BASELINE, options))
                .endsWith("-jar old.jar serve --pacts pact.json --port 0 --listen stripe=8080 --quiet");
    }

    @Test
    void only_the_server_with_state_answers_from_state() {
        assertThat(command(MeasuredServer.TREATY_WITH_STATE, PLAIN))
                .endsWith("-jar stubs.jar serve --pacts pact.json --port 0 --listen stripe=8080 --quiet");
    }

    @Test
    void an_archive_must_be_used_or_the_server_does_not_start() {
        assertThat(command(MeasuredServer.TREATY_WITH_ARCHIVE, with(Optional.empty(), Optional.of(Path.of("s.jsa")))))
                .contains("java -XX:SharedArchiveFile=s.jsa -Xshare:on -jar stubs.jar serve ");
        assertThat(command(MeasuredServer.TREATY_WITH_ARCHIVE, with(Optional.empty(), Optional.of(Path.of("s.aot")))))
                .contains("java -XX:AOTCache=s.aot -XX:AOTMode=on -jar stubs.jar serve ");
    }

    @Test
    void mock_server_may_keep_all_expectations_and_need_not_log() {
        var options = new StubServerOptions(
                PLAIN.jar(), Optional.empty(), Optional.empty(), Optional.of(Path.of("mock.jar")), List.of());

        assertThat(MeasuredServer.MOCK_SERVER.absence(options)).isEmpty();
        assertThat(command(MeasuredServer.MOCK_SERVER, options))
                .contains("java -Dmockserver.initializationJsonPath=mockserver.json -Dmockserver.maxExpectations=1"
                        + " -Dmockserver.disableLogging=true ")
                .endsWith(" -jar mock.jar -serverPort 8080");
    }

    @Test
    void what_was_not_given_cannot_be_measured() {
        assertThat(MeasuredServer.TREATY.absence(PLAIN)).isEmpty();
        assertThat(MeasuredServer.BASELINE.absence(PLAIN)).hasValue("no baseline given");
        assertThat(MeasuredServer.TREATY_WITH_ARCHIVE.absence(PLAIN)).hasValue("no archive given");
        assertThat(MeasuredServer.MOCK_SERVER.absence(PLAIN)).hasValue("no jar given");
    }

    private static StubServerOptions with(Optional<Path> baseline, Optional<Path> archive) {
        return new StubServerOptions(PLAIN.jar(), baseline, archive, Optional.empty(), PLAIN.arguments());
    }

    private static String command(MeasuredServer server, StubServerOptions options) {
        var files = new WorkloadFiles(Path.of("pact.json"), Path.of("wiremock"), Path.of("mockserver.json"));
        return String.join(" ", server.command(new CustomerWorkload(1), files, options, 8080));
    }
}
