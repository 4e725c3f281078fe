package dev.treaty.consumer.apigateway.auth;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.at;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.identified;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class KeySetPactTest {

    /** A modulus of 2048 bits, so that a library accepts it as a key; its private half was never kept. */
    private static final String MODULUS = """
            qzdz6Y6JEmdIkQct5jb7Dc8EcrdTqX7IHkA3OoDOXxdAmccnPlqkZ-WE9a7UE3Rl7jo83dgnOmiAJoTcKIIj6T\
            wPEBUo_Hsv0a_je-Qt4mK6WiCVhqaU05b3o69yXs5lI21L3SFqVf4NBacpKiEW_CRBXSmp03RDnehtkCKJTyzP\
            z4CPalsv9aivbWdQPY3TL11ippdrdebFJIXMppLBHk42cN0bJ8mt32InFd-8PidA144h1cF5j3M6DGb5oNzAPP\
            Dv83J09KDpBcgdRgl61oIGXKncRdGSuEIcFQ5B9Yk8MzT3yTHRodgxzPtI83Qmf4fsW_quFfuy33KOsvfb2Q""";

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact keysAreRead(PactDslWithProvider authService) {
        return identified(authService
                        .given("a signing key exists", Map.of("kid", "test-key-1"))
                        .uponReceiving("a request for the keys that sign access tokens")
                        .method("GET")
                        .path("/.well-known/jwks.json"))
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/jwk-set\\+json(;.*)?", "application/jwk-set+json")
                .body(newJsonBody(set -> set.arrayContaining(
                                "keys",
                                keys -> keys.object(key -> {
                                    key.stringType("kid", "test-key-1");
                                    key.stringValue("kty", "RSA");
                                    key.stringValue("use", "sig");
                                    key.stringValue("alg", "RS256");
                                    key.stringMatcher("n", "[A-Za-z0-9_-]{342,}", MODULUS);
                                    key.stringMatcher("e", "[A-Za-z0-9_-]+", "AQAB");
                                })))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "keysAreRead")
    void the_keys_that_verify_signatures_are_read(MockServer authService) {
        var keySet = successOf(new AuthService(at(authService), TIMEOUTS).keySet(CALLER.requestId()));

        assertThat(keySet.keys()).containsExactly(new SigningKey("test-key-1", "RSA", "RS256", MODULUS, "AQAB"));
    }
}
