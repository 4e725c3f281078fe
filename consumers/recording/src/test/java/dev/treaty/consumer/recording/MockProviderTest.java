package dev.treaty.consumer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockProviderTest {

    @TempDir
    private Path directory;

    @Recording
    static class ClientThatThrows {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a request for a book");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(library.getUrl() + "/books/43"))
                    .build();
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            throw new IllegalStateException("The library failed with status " + response.statusCode());
        }
    }

    @Test
    void a_client_that_throws_does_not_hide_what_the_mock_server_did_not_expect() {
        var failures = new RecordingTestRun(directory).run(ClientThatThrows.class);

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContainingAll(
                                "path: /books/43",
                                "The client made of it: java.lang.IllegalStateException: The library failed with status 500")
                        .hasCauseInstanceOf(IllegalStateException.class));
    }

    @Recording
    static class BrokenTest {

        @Pact(consumer = "reader", provider = "library")
        V4Pact bookIsFetched(PactDslWithProvider library) {
            return BookInteraction.bookIsFetched(library, "a request for a book");
        }

        @Test
        @PactTestFor(pactMethod = "bookIsFetched")
        void a_book_is_fetched(MockServer library) throws Exception {
            BookInteraction.fetchBook(library);
            throw new IllegalStateException("The test itself is broken");
        }
    }

    @Test
    void a_failure_after_expected_requests_stays_as_it_is() {
        var failures = new RecordingTestRun(directory).run(BrokenTest.class);

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessage("The test itself is broken"));
    }
}
