package dev.treaty.pacts.files;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.testing.PactText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts on disk, which people edit. */
class PactSourceTest {

    @TempDir
    Path folder;

    @Test
    void nothing_is_read_while_nothing_changes() {
        write("a.json", "one");
        var source = source(folder);
        source.read();

        assertThat(source.changes()).isEmpty();
        assertThat(source.changes()).isEmpty();
    }

    @Test
    void a_changed_file_alone_is_read_once_it_no_longer_changes() {
        write("a.json", "one");
        write("b.json", "two");
        var source = source(folder);
        var before = source.read().readable();

        write("b.json", "three");

        assertThat(source.changes()).isEmpty();
        var changes = source.changes().orElseThrow();
        assertThat(changes.read()).extracting(PactFile::consumer).containsExactly("three");
        assertThat(changes.contracts()).extracting(PactFile::consumer).containsExactly("one", "three");
        assertThat(changes.contracts().get(0)).isSameAs(before.get(0));
        assertThat(source.changes()).isEmpty();
    }

    @Test
    void a_file_that_is_written_in_several_steps_is_read_once() {
        write("a.json", "one");
        var source = source(folder);
        source.read();

        for (var i = 0; i < 5; i++) {
            PactText.write(folder, "a.json", "{".repeat(i + 1));
            assertThat(source.changes()).isEmpty();
        }
        write("a.json", "whole");

        assertThat(source.changes()).isEmpty();
        assertThat(source.changes().orElseThrow().unreadable()).isEmpty();
        assertThat(source.changes()).isEmpty();
    }

    @Test
    void files_can_be_added_and_removed() throws IOException {
        var first = write("a.json", "one");
        write("b.json", "two");
        var source = source(folder);
        source.read();

        write("0.json", "zero");
        Files.delete(first);
        source.changes();

        var changes = source.changes().orElseThrow();
        assertThat(changes.read()).extracting(PactFile::consumer).containsExactly("zero");
        assertThat(changes.removed()).containsExactly(first);
        assertThat(changes.contracts()).extracting(PactFile::consumer).containsExactly("zero", "two");
    }

    @Test
    void a_broken_file_keeps_its_last_good_version_and_is_reported_once() {
        var file = write("a.json", "one");
        var source = source(folder);
        source.read();

        PactText.write(folder, "a.json", "{\n \"consumer\": ]");
        source.changes();
        var broken = source.changes().orElseThrow();

        assertThat(broken.contracts()).extracting(PactFile::consumer).containsExactly("one");
        assertThat(broken.read()).isEmpty();
        assertThat(broken.changeContracts()).isFalse();
        assertThat(broken.unreadable())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(file + ", line 2, column ");
        assertThat(source.changes()).isEmpty();

        write("a.json", "fixed");
        source.changes();
        assertThat(source.changes().orElseThrow().contracts())
                .extracting(PactFile::consumer)
                .containsExactly("fixed");
    }

    @Test
    void a_folder_that_disappears_changes_nothing() throws IOException {
        var file = write("a.json", "one");
        var source = source(folder);
        source.read();

        Files.delete(file);
        source.changes();
        var emptied = source.changes().orElseThrow();

        assertThat(emptied.contracts()).extracting(PactFile::consumer).containsExactly("one");
        assertThat(emptied.unreadable()).hasSize(1);

        write("a.json", "back");
        source.changes();
        assertThat(source.changes().orElseThrow().contracts())
                .extracting(PactFile::consumer)
                .containsExactly("back");
    }

    @Test
    void only_paths_that_may_change_are_looked_at_again() {
        var fixed = write("a.json", "one");
        var source = new PactSource(List.of(fixed), Files::isDirectory);
        source.read();

        write("a.json", "two");
        source.changes();

        assertThat(source.changes()).isEmpty();
    }

    private Path write(String name, String consumer) {
        return PactText.write(folder, name, pact(consumer, "api", get("/x", consumer)));
    }

    private static PactSource source(Path path) {
        return new PactSource(List.of(path), any -> true);
    }
}
