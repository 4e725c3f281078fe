package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_CREDENTIALS;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class RegistrationPactTest {

    private static final String TAKEN_EMAIL = "taken@example.org";

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact userIsRegistered(PactDslWithProvider gateway) {
        return gateway.given("no user is registered", Map.of("email", ADA.email()))
                .uponReceiving("a request to register")
                .method("POST")
                .path("/v1/users")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(user -> {
                            user.stringMatcher("email", GatewayContract.EMAIL, ADA.email());
                            user.stringType("password", ADAS_CREDENTIALS.password());
                            user.stringType("name", ADA.name());
                        })
                        .build())
                .willRespondWith()
                .status(201)
                .body(GatewayContract.user(ADA))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "userIsRegistered")
    void a_user_registers(MockServer gateway) {
        var registration = at(gateway).accounts().register(ADAS_CREDENTIALS, ADA.name());

        assertThat(registration).isEqualTo(new RegistrationResult.Registered(ADA));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact emailIsTaken(PactDslWithProvider gateway) {
        return gateway.given("a user is registered", Map.of("email", TAKEN_EMAIL))
                .uponReceiving("a request to register with an email address that is taken")
                .method("POST")
                .path("/v1/users")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(user -> {
                            user.stringValue("email", TAKEN_EMAIL);
                            user.stringType("password", ADAS_CREDENTIALS.password());
                            user.stringType("name", "Grace Hopper");
                        })
                        .build())
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("e-mail-taken", 409, "This e-mail address is taken"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "emailIsTaken")
    void a_taken_email_address_is_a_result_and_not_an_error(MockServer gateway) {
        var credentials = new Credentials(TAKEN_EMAIL, ADAS_CREDENTIALS.password());

        var registration = at(gateway).accounts().register(credentials, "Grace Hopper");

        assertThat(registration).isEqualTo(new RegistrationResult.EmailTaken());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact fieldsAreInvalid(PactDslWithProvider gateway) {
        return gateway.given("no user is registered", Map.of("email", "not-an-address"))
                .uponReceiving("a request to register with an invalid email address")
                .method("POST")
                .path("/v1/users")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(user -> {
                            user.stringValue("email", "not-an-address");
                            user.stringType("password", ADAS_CREDENTIALS.password());
                            user.stringType("name", ADA.name());
                        })
                        .build())
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(GatewayContract.invalidField("email", "is not an e-mail address"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "fieldsAreInvalid")
    void an_invalid_field_is_reported_with_the_reason(MockServer gateway) {
        var registration = at(gateway)
                .accounts()
                .register(new Credentials("not-an-address", ADAS_CREDENTIALS.password()), ADA.name());

        assertThat(registration)
                .isEqualTo(new Refusal.InvalidFields(List.of(new FieldError("email", "is not an e-mail address"))));
    }
}
