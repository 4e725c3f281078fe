package dev.treaty.consumer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingSessionTest {

    @TempDir
    private Path recordings;

    @TempDir
    private Path testClasses;

    @Recording
    static class FirstBook {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "the first book fetched");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void the_first_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Recording
    static class SecondBook {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "the second book fetched");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void the_second_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    static class NoRecording {

        @Test
        void nothing_is_recorded() {
            assertThat(2 + 2).isEqualTo(4);
        }
    }

    @Test
    void the_manifest_lists_what_was_declared_whether_it_ran_or_not() throws Exception {
        var run = new RecordingTestRun(recordings);

        assertThat(run.run(FirstBook.class, sessionOf(SecondBook.class, FirstBook.class)))
                .isEmpty();

        assertThat(run.files()).containsExactly("manifest.json", "reader-library/FirstBook.bookIsFetched.json");
        assertThat(run.text("manifest.json"))
                .isEqualTo(
                        "{\"build\":\"%s\",\"declared\":[\"FirstBook.bookIsFetched\",\"SecondBook.bookIsFetched\"]}",
                        System.getProperty("build.id", "none"));
    }

    @Test
    void a_run_begins_without_what_an_earlier_one_left() throws Exception {
        Files.createDirectories(recordings.resolve("reader-library"));
        Files.writeString(recordings.resolve("reader-library/Removed.interaction.json"), "{}");
        var run = new RecordingTestRun(recordings);

        assertThat(run.run(FirstBook.class, sessionOf(SecondBook.class, FirstBook.class)))
                .isEmpty();

        assertThat(run.files()).doesNotContain("reader-library/Removed.interaction.json");
    }

    @Test
    void a_module_that_records_nothing_leaves_nothing_and_deletes_nothing() throws Exception {
        Files.writeString(recordings.resolve("somebody-elses.json"), "{}");
        var run = new RecordingTestRun(recordings);

        assertThat(run.run(NoRecording.class, sessionOf(NoRecording.class))).isEmpty();

        assertThat(run.files()).containsExactly("somebody-elses.json");
    }

    /** A session in a module that has just these test classes. */
    private RecordingSession sessionOf(Class<?>... recordingTests) throws IOException, URISyntaxException {
        for (var testClass : recordingTests) {
            var classFile = Path.of(testClass.getName().replace('.', '/') + ".class");
            var compiled = Path.of(testClass
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Files.createDirectories(testClasses.resolve(classFile).getParent());
            Files.copy(compiled.resolve(classFile), testClasses.resolve(classFile));
        }
        return new RecordingSession(testClasses);
    }
}
