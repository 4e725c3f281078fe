package dev.treaty.provider.authservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The endpoints that a verification at a URL uses besides the contract, in a service started with {@code --provider-states}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesAtUrlTest {

    private final AuthService service = AuthService.start(
            ServiceOptions.embedded().withDatabase(AuthDatabases.create()).withProviderStates(),
            AuthServiceUnderTest.CHEAP,
            TestKeys.inOrder(),
            Clock.systemUTC());

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void the_message_about_a_registration_is_what_the_outbox_holds() {
        var user = Map.of("email", "ada@example.org", "name", "Ada Lovelace");
        String id =
                enter("a user has registered", user).statusCode(200).extract().path("id");

        post("/messages", Map.of("description", "any", "providerStates", List.of(state("a user has registered", user))))
                .statusCode(200)
                .contentType("application/cloudevents+json")
                .header("Pact-Message-Metadata", base64("{\"contentType\":\"application/cloudevents+json\"}"))
                .body("type", equalTo("dev.treaty.user.registered.v1"))
                .body("subject", equalTo(id))
                .body("data.email", equalTo("ada@example.org"));
    }

    @Test
    void without_a_registration_there_is_no_message() {
        var nobody = state("a user has registered", Map.of("email", "nobody@example.org"));

        for (var states : List.of(List.of(nobody), List.of())) {
            post("/messages", Map.of("description", "any", "providerStates", states))
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/no-message"));
        }
    }

    @Test
    void tokens_of_provider_states_are_signed_with_the_services_own_key() throws Exception {
        var grace = Map.of("id", "usr_7", "email", "grace@example.org", "name", "Grace Hopper");
        String good = enter("a user is signed in", grace).extract().path("accessToken");
        String expired = enter("an access token has expired", Map.of("user", "usr_7"))
                .extract()
                .path("accessToken");
        var keys = RestAssured.get(service.url() + "/.well-known/jwks.json").asString();

        var claims = TokenReader.verified(good, keys, Instant.now());

        assertThat(claims.getSubject()).isEqualTo("usr_7");
        assertThat(claims.getStringClaim("email")).isEqualTo("grace@example.org");
        assertThatThrownBy(() -> TokenReader.verified(expired, keys, Instant.now()))
                .isInstanceOf(ExpiredJWTException.class);
    }

    @Test
    void an_unknown_state_is_refused() {
        enter("a moon is full", Map.of())
                .statusCode(404)
                .body("type", endsWith("/unknown-state"))
                .body("known", hasItem("a user is signed in"));
    }

    private ValidatableResponse enter(String state, Map<String, ?> parameters) {
        return post("/provider-states", Map.of("state", state, "params", parameters, "action", "setup"));
    }

    private static Map<String, Object> state(String name, Map<String, ?> parameters) {
        return Map.of("name", name, "params", parameters);
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(service.url() + path)
                .then();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
