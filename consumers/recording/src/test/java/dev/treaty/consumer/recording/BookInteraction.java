package dev.treaty.consumer.recording;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The interaction that the recording tests under test record, and its client. */
final class BookInteraction {

    private BookInteraction() {}

    /** An interaction of this description in which a book is fetched. */
    static V4Pact bookIsFetched(PactDslWithProvider library, String description) {
        return library.given("a book exists", Map.of("id", "42"))
                .uponReceiving(description)
                .method("GET")
                .path("/books/42")
                .willRespondWith()
                .status(200)
                .toPact(V4Pact.class);
    }

    /** Sends the request of the interaction. */
    static int fetchBook(MockServer library) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(library.getUrl() + "/books/42"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
