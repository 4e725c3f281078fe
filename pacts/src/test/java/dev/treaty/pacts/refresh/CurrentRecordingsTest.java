package dev.treaty.pacts.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.treaty.pacts.canonical.CanonicalForm;
import dev.treaty.pacts.canonical.ContractFile;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.recording.ConsumerRecording;
import dev.treaty.pacts.recording.Recordings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the consumers recorded in the current build, in two time zones, on two dates and in two languages. */
class CurrentRecordingsTest {

    private final List<ConsumerRecording> recordings = Recordings.read(
                    Path.of("../consumers"), System.getProperty("build.id", "none"))
            .consumers();

    @Test
    void both_runs_recorded_the_same_bytes() {
        assumeFalse(recordings.isEmpty(), "no consumer recorded in this build");

        assertThat(recordings)
                .allSatisfy(recording -> assertThat(text(recording.secondRun())).isEqualTo(text(recording.firstRun())));
    }

    @Test
    void what_was_recorded_is_what_is_committed() {
        assumeFalse(recordings.isEmpty(), "no consumer recorded in this build");

        assertThat(Refresh.of(ContractFile.allIn(Path.of("")), recordings).differences())
                .isEmpty();
    }

    private static String text(List<PactDocument> documents) {
        return documents.stream()
                .map(document -> document.name() + "/" + document.origin() + "\n" + CanonicalForm.text(document.pact()))
                .collect(Collectors.joining());
    }
}
