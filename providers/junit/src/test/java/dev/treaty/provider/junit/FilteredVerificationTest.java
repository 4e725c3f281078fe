package dev.treaty.provider.junit;

import static dev.treaty.provider.junit.VerificationUnderTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.treaty.provider.verification.contracts.ContractsUnavailable;
import dev.treaty.provider.verification.testing.PeopleContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class FilteredVerificationTest {

    @TempDir
    private Path folder;

    @Test
    void a_provider_without_contracts_fails() {
        var place = folder.resolve("pacts").toString();
        write(
                Path.of(place, "web-other.json"),
                PeopleContract.of("web").reads("1").json().replace("\"people\"}", "\"other\"}"));

        var run = run(CorrectService.class, folder, Map.of("pacts", place));

        assertThat(run.withStatus(FAILED)).hasSize(1);
        assertThat(run.why("keeps its contract with"))
                .isInstanceOf(ContractsUnavailable.class)
                .hasMessage("""
                        No consumer has a contract with people.
                          where: %s
                          fix:   check the name in @Provider("people"), and where the contracts come from (-Dpacts=, -Dpact.broker.url=)""".formatted(place));
    }

    @Test
    void a_run_can_be_restricted_to_consumers() {
        assertThat(passing(Map.of("pact.filter.consumers", "billing, archive")))
                .containsExactly("archive: a request for person 4", "billing: a request for person 3");
    }

    @Test
    void a_run_can_be_restricted_to_descriptions() {
        assertThat(passing(Map.of("pact.filter.description", "a request for person [1-3]")))
                .containsExactly(
                        "billing: a request for person 3",
                        "web: a request for person 1",
                        "web: a request for person 2");
    }

    @Test
    void a_filter_that_no_consumer_passes_suggests_consumers() {
        var run = filter(Map.of("pact.filter.consumers", "bilding"));

        assertThat(run.withStatus(SUCCESSFUL)).isEmpty();
        assertThat(run.why("keeps its contract with"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("""
                No interaction with people passes the filter; nothing was verified.
                  where: -Dpact.filter.consumers=bilding
                  fix:   name one of its consumers; the most similar first: "billing", "archive", "web\"""");
        assertThat(run.reported())
                .containsExactly(run.why("keeps its contract with").getMessage());
    }

    @Test
    void a_filter_that_no_description_passes_suggests_descriptions() {
        var run = filter(Map.of("pact.filter.consumers", "web,billing", "pact.filter.description", "person 3"));

        assertThat(run.why("keeps its contract with")).hasMessage("""
                No interaction with people passes the filter; nothing was verified.
                  where: -Dpact.filter.consumers=web,billing -Dpact.filter.description=person 3
                  fix:   match a whole description; the most similar first: "a request for person 3", "a request for person 1", "a request for person 2\"""");
    }

    private List<String> passing(Map<String, String> filter) {
        var run = filter(filter);

        assertThat(run.withStatus(FAILED)).isEmpty();
        return run.withStatus(SUCCESSFUL);
    }

    private VerificationUnderTest filter(Map<String, String> filter) {
        var pacts = folder.resolve("pacts");
        PeopleContract.of("web").reads("1").reads("2").in(pacts);
        PeopleContract.of("billing").reads("3").in(pacts);
        PeopleContract.of("archive").reads("4").in(pacts);
        var settings = new HashMap<>(filter);
        settings.put("pacts", pacts.toString());

        return run(CorrectService.class, folder, settings);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class CorrectService extends PeopleVerification {

        CorrectService() throws IOException {
            super("name");
        }
    }
}
