package dev.treaty.pacts.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.canonical.UnreadableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

    @TempDir
    private Path directory;

    @Test
    void what_this_build_recorded_is_read() throws IOException {
        var tree = new RepositoryTree(directory);
        tree.record("billing", "build-1", "A.first", ExamplePact.pact(ExamplePact.payment()));

        var recordings = Recordings.read(tree.consumers(), "build-1");

        assertThat(recordings.outdated()).isEmpty();
        assertThat(recordings.consumers()).singleElement().satisfies(billing -> {
            assertThat(billing.module()).isEqualTo("billing");
            assertThat(billing.consumers()).containsExactly("billing");
            assertThat(billing.isComplete()).isTrue();
            assertThat(billing.firstRun()).isEqualTo(billing.secondRun());
            assertThat(billing.firstRun()).singleElement().satisfies(document -> {
                assertThat(document.origin()).isEqualTo("A.first");
                assertThat(document.name()).isEqualTo("billing-stripe");
            });
        });
    }

    @Test
    void what_an_earlier_build_recorded_is_ignored() throws IOException {
        var tree = new RepositoryTree(directory);
        tree.record("billing", "build-1", "A.first", ExamplePact.pact(ExamplePact.payment()));

        var recordings = Recordings.read(tree.consumers(), "build-2");

        assertThat(recordings.consumers()).isEmpty();
        assertThat(recordings.outdated()).containsExactly("billing");
    }

    @Test
    void a_declared_method_that_was_not_recorded_makes_a_recording_incomplete() throws IOException {
        var tree = new RepositoryTree(directory);
        tree.record("billing", "build-1", "A.first", ExamplePact.pact(ExamplePact.payment()));
        tree.declare("billing", "build-1", "A.first", "A.second");

        var billing = Recordings.read(tree.consumers(), "build-1").consumers().get(0);

        assertThat(billing.isComplete()).isFalse();
        assertThat(billing.missing()).containsExactly("A.second");
    }

    @Test
    void a_directory_that_does_not_exist_has_no_recordings() {
        assertThat(Recordings.read(directory.resolve("absent"), "build-1").consumers())
                .isEmpty();
    }

    @Test
    void a_recording_that_is_not_json_is_reported_with_line_and_column() throws IOException {
        var tree = new RepositoryTree(directory);
        tree.record("billing", "build-1", "A.first", ExamplePact.pact(ExamplePact.payment()));
        var file = tree.consumers().resolve("billing/target/recordings/once/billing-stripe/A.first.json");
        Files.writeString(file, "{\n  \"consumer\": {]\n}");

        assertThatThrownBy(() -> Recordings.read(tree.consumers(), "build-1"))
                .isInstanceOf(UnreadableContract.class)
                .hasMessage("""
                        A contract is not JSON: Unexpected close marker ']': expected '}' (for Object starting at line 2, column 15).
                          where: %s, line 2, column 16
                          fix:   correct the file, or restore it and record it again: mvn -pl pacts -am verify""".formatted(file));
    }
}
