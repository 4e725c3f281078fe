package dev.treaty.consumer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs alone, because the second recording changes the zone and the language of the whole process. */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
class SecondRecordingTest {

    private static final Condition<Recorded> SAME =
            new Condition<>(recorded -> recorded.first().equals(recorded.second()), "the same twice");

    @TempDir
    private Path directory;

    /** What a test class recorded the first and the second time. */
    private record Recorded(String first, String second) {}

    private Recorded record(Class<?> testClass) {
        var first = new RecordingTestRun(
                directory.resolve("first"), directory.resolve("second").toString());

        assertThat(first.run(testClass)).isEmpty();

        var file = "reader-library/" + testClass.getSimpleName() + ".bookIsFetched.json";
        return new Recorded(first.text(file), new RecordingTestRun(directory.resolve("second")).text(file));
    }

    @Recording
    static class Repeatable {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a request for a book");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void a_recording_that_depends_on_nothing_is_the_same_twice() {
        assertThat(record(Repeatable.class)).is(SAME);
    }

    @Recording
    static class DependsOnTheDate {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(
                    library,
                    "a request on " + LocalDate.now(TimeZone.getDefault().toZoneId()));
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void the_second_time_has_another_date() {
        assertThat(record(DependsOnTheDate.class)).isNot(SAME);
    }

    @Recording
    static class DependsOnTheLanguage {

        @Pact(consumer = "reader", provider = "library")
        @SuppressWarnings("StringFormatWithoutLocale") // the fault on show
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, String.format("a request for %.1f books", 1.5));
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void the_second_time_numbers_are_written_in_another_language() {
        assertThat(record(DependsOnTheLanguage.class)).isNot(SAME);
    }

    @Recording
    static class DependsOnChanceInAStaticField {

        private static final UUID BOOK = UUID.randomUUID();

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a request for " + BOOK);
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void the_second_time_static_fields_are_computed_again() {
        assertThat(record(DependsOnChanceInAStaticField.class)).isNot(SAME);
    }

    @Recording
    static class FailsTheSecondTime {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a request for a book");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
            assertThat(Locale.getDefault()).isNotEqualTo(Locale.GERMANY);
        }
    }

    @Test
    void a_test_that_passes_only_the_first_time_fails() {
        var run = new RecordingTestRun(
                directory.resolve("first"), directory.resolve("second").toString());

        assertThat(run.run(FailsTheSecondTime.class)).hasSize(1);
    }

    @Test
    void zone_and_language_are_restored() {
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();

        record(Repeatable.class);

        assertThat(TimeZone.getDefault()).isEqualTo(zone);
        assertThat(Locale.getDefault()).isEqualTo(locale);
    }
}
