package dev.treaty.consumer.apigateway.auth;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.at;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.identified;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.invalidField;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.json;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class RegistrationPactTest {

    private static final String PASSWORD = "correct horse battery staple";

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact personRegisters(PactDslWithProvider authService) {
        var body = newJsonBody(user -> {
                    user.stringMatcher("email", ".+@.+", "ada@example.org");
                    user.stringType("password", PASSWORD);
                    user.stringType("name", "Ada Lovelace");
                })
                .build();
        return register(
                        authService.given("no user is registered", Map.of("email", "ada@example.org")),
                        "a request to register a user",
                        body)
                .willRespondWith()
                .status(201)
                .body(newJsonBody(user -> {
                            user.stringMatcher("id", "usr_.+", "usr_42");
                            user.stringType("email", "ada@example.org");
                            user.stringType("name", "Ada Lovelace");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "personRegisters")
    void a_person_registers(MockServer authService) {
        assertThat(successOf(register(authService, "ada@example.org")))
                .isEqualTo(new User("usr_42", "ada@example.org", "Ada Lovelace"));
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact emailIsTaken(PactDslWithProvider authService) {
        var request = register(
                authService.given("a user is registered", Map.of("email", "taken@example.org")),
                "a request to register a user with an email address that is taken",
                bodyWithEmail("taken@example.org"));
        return refusal(request, 409, "e-mail-taken", "The e-mail address is taken")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "emailIsTaken")
    void an_e_mail_address_that_is_taken_is_refused(MockServer authService) {
        assertThat(refusalOf(register(authService, "taken@example.org")))
                .returns(409, Problem::status)
                .returns(type("e-mail-taken"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact emailIsInvalid(PactDslWithProvider authService) {
        var request = register(
                authService.given("no user is registered", Map.of("email", "not-an-address")),
                "a request to register a user with an invalid email address",
                bodyWithEmail("not-an-address"));
        return invalidField(request, "email", "is not an e-mail address").toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "emailIsInvalid")
    void a_refusal_says_what_is_wrong_with_each_field(MockServer authService) {
        var problem = refusalOf(register(authService, "not-an-address"));

        assertThat(problem.type()).isEqualTo(type("invalid-fields"));
        assertThat(problem.document().at("/errors/0/field").asText()).isEqualTo("email");
        assertThat(problem.document().at("/errors/0/detail").asText()).isEqualTo("is not an e-mail address");
    }

    /** Exact where the successful request is open, so that a stub that replays both can distinguish them. */
    private static DslPart bodyWithEmail(String email) {
        return newJsonBody(user -> {
                    user.stringValue("email", email);
                    user.stringType("password", PASSWORD);
                    user.stringType("name", "Ada Lovelace");
                })
                .build();
    }

    private static PactDslRequestWithPath register(PactDslWithState state, String description, DslPart body) {
        return json(identified(state.uponReceiving(description).method("POST").path("/users")), body);
    }

    private static ServiceResponse<User> register(MockServer authService, String email) {
        return new AuthService(at(authService), TIMEOUTS)
                .register(new NewUser(email, new Password(PASSWORD), "Ada Lovelace"), CALLER.requestId());
    }
}
