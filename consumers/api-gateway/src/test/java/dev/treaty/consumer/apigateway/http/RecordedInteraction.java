package dev.treaty.consumer.apigateway.http;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Problem;
import java.net.URI;
import java.time.Duration;

/** What the recorded interactions of both services have in common. */
public final class RecordedInteraction {

    /** The caller of every interaction: {@code usr_42}. */
    public static final Caller CALLER =
            new Caller(new RequestId("req-00000042"), new AccessToken(Examples.jwt("usr_42")));

    /** Long enough for a mock server on a busy machine. */
    public static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private RecordedInteraction() {}

    public static URI at(MockServer service) {
        return URI.create(service.getUrl());
    }

    /** Adds what all requests have in common. */
    public static PactDslRequestWithPath identified(PactDslRequestWithPath request) {
        return request.matchHeader(
                "X-Request-Id", "[A-Za-z0-9-]{8,64}", CALLER.requestId().value());
    }

    /**
     * Adds what all requests on behalf of a caller have in common. A real service accepts no example token, so
     * its verification may let the state "a user is signed in" return an {@code accessToken} that it does accept.
     */
    public static PactDslRequestWithPath ofCaller(PactDslRequestWithPath request) {
        var example = CALLER.accessToken().authorization();
        return identified(request)
                .headerFromProviderState("Authorization", "Bearer ${accessToken}", example)
                .matchHeader("Authorization", BearerHeader.REGEX, example);
    }

    /** Adds a body; pact-jvm alone would require {@code charset=UTF-8}, which JSON does not have (RFC 8259, section 11). */
    public static PactDslRequestWithPath json(PactDslRequestWithPath request, DslPart body) {
        return request.matchHeader("Content-Type", "application/json(;.*)?", "application/json")
                .body(body);
    }

    /** A refusal: the gateway passes on type, status and members as they are, so type and status are exact. */
    public static PactDslResponse refusal(PactDslRequestWithPath request, int status, String slug, String title) {
        return refusalHeaders(request, status).body(Problem.body(type(slug), status, title));
    }

    /** A refusal that names a field, and what is wrong with it. */
    public static PactDslResponse invalidField(PactDslRequestWithPath request, String field, String detail) {
        return refusalHeaders(request, 422)
                .body(Problem.body(
                        type("invalid-fields"),
                        422,
                        "Some fields are not acceptable",
                        problem -> problem.array(
                                "errors",
                                errors -> errors.object(error -> {
                                    error.stringValue("field", field);
                                    error.stringType("detail", detail);
                                }))));
    }

    /** A problem's type. */
    public static String type(String slug) {
        return "https://treaty.dev/problems/" + slug;
    }

    private static PactDslResponse refusalHeaders(PactDslRequestWithPath request, int status) {
        return request.willRespondWith()
                .status(status)
                .matchHeader("Content-Type", "application/problem\\+json(;.*)?", Problem.CONTENT_TYPE);
    }
}
