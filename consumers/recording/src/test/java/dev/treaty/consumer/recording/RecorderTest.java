package dev.treaty.consumer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    @TempDir
    private Path directory;

    @Recording
    static class OneBook {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book fetched");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void a_passed_test_leaves_a_separate_file() {
        var run = new RecordingTestRun(directory);

        assertThat(run.run(OneBook.class)).isEmpty();

        assertThat(run.files()).containsExactly("reader-library/OneBook.bookIsFetched.json");
        assertThat(run.text("reader-library/OneBook.bookIsFetched.json"))
                .contains("\"description\": \"a book fetched\"", "\"path\": \"/books/42\"", "\"version\": \"4.0\"");
    }

    @Recording
    static class SameBookTwice {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book fetched");
        }

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetchedAgain(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book fetched");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetchedAgain")
        void a_book_is_fetched_again(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void interactions_of_the_same_description_and_states_are_kept_apart() {
        var run = new RecordingTestRun(directory);

        assertThat(run.run(SameBookTwice.class)).isEmpty();

        assertThat(run.files())
                .containsExactly(
                        "reader-library/SameBookTwice.bookIsFetched.json",
                        "reader-library/SameBookTwice.bookIsFetchedAgain.json");
    }

    @Recording
    static class WrongExpectation {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book fetched");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_lost(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(404);
        }
    }

    @Test
    void a_failed_test_keeps_nothing() {
        var run = new RecordingTestRun(directory);

        assertThat(run.run(WrongExpectation.class)).hasSize(1);

        assertThat(run.files()).isEmpty();
    }

    @Recording
    static class NoCall {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book fetched");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        @SuppressWarnings("unused") // the fault on show: the client never calls
        void a_book_is_not_fetched(MockServer library) {}
    }

    @Test
    void a_test_whose_client_does_not_call_keeps_nothing() {
        var run = new RecordingTestRun(directory);

        assertThat(run.run(NoCall.class))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageContaining("The following requests were not received"));

        assertThat(run.files()).isEmpty();
    }

    @Recording
    static class Nameless {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book fetched");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }

        @Test
        void a_book_is_fetched_for_nothing(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void a_test_that_does_not_name_its_interaction_fails() {
        var run = new RecordingTestRun(directory);

        assertThat(run.run(Nameless.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("""
                        A recording test does not name the interaction that it records.
                          where: Nameless.a_book_is_fetched_for_nothing
                          fix:   annotate it with @PactTestFor(pactMethod = "…")"""));
    }

    @Recording
    static class Untested {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book fetched");
        }

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsLent(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a book lent");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            assertThat(BookInteraction.fetchBook(library)).isEqualTo(200);
        }
    }

    @Test
    void an_interaction_that_no_test_records_fails() {
        var run = new RecordingTestRun(directory);

        assertThat(run.run(Untested.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("""
                        An interaction is declared, but no test records it.
                          where: Untested.bookIsLent
                          fix:   write a test with @PactTestFor(pactMethod = "bookIsLent"), or remove the method"""));
        assertThat(run.files()).isEmpty();
    }

    @Test
    void one_test_of_several_can_run_alone() {
        var run = new RecordingTestRun(directory);

        assertThat(run.runOne(SameBookTwice.class, "a_book_is_fetched", MockServer.class))
                .isEmpty();

        assertThat(run.files()).containsExactly("reader-library/SameBookTwice.bookIsFetched.json");
    }
}
