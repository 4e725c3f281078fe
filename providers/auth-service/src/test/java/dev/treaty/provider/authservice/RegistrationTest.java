package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationTest {

    private final AuthServiceUnderTest auth = new AuthServiceUnderTest();

    @AfterAll
    void stop() {
        auth.close();
    }

    @Test
    void a_person_who_registers_can_sign_in() {
        auth.register("ada@example.org")
                .statusCode(201)
                .header("Location", matchesPattern("/users/usr_[0-9a-f]{32}"))
                .body("id", matchesPattern("usr_[0-9a-f]{32}"))
                .body("email", equalTo("ada@example.org"))
                .body("name", equalTo("Ada Lovelace"));

        assertThat(auth.signedIn("ada@example.org").access()).isNotEmpty();
    }

    @Test
    void an_address_in_different_case_is_the_same_address() {
        auth.register("grace@example.org").statusCode(201);

        auth.register("GRACE@Example.org")
                .statusCode(409)
                .body("type", equalTo("https://treaty.dev/problems/e-mail-taken"));
        auth.signIn("Grace@example.org", AuthServiceUnderTest.PASSWORD).statusCode(201);
    }

    @Test
    void every_error_is_reported_at_once_without_the_values_that_were_sent() {
        auth.post("/users", Map.of("email", "not-an-address", "password", "short"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains("email", "password", "name"))
                .body("errors[0].detail", equalTo("is not an e-mail address"))
                .body("errors[1].detail", equalTo("must have 8 to 128 characters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@example.org", "ada@", "a@b@c", "ada @example.org", "ada@example.org\n", "a\u0000@example.org"})
    void a_malformed_address_is_refused(String email) {
        auth.register(email).statusCode(422).body("errors.field", contains("email"));
    }

    @Test
    void the_event_is_in_the_outbox_as_a_cloud_event() throws Exception {
        String id = auth.register("joan@example.org").extract().path("id");

        var sent = new AuthEvents(auth.stored()).newest("a user has registered", Map.of("email", "joan@example.org"));
        var event = new ObjectMapper().readTree(sent.orElseThrow().content());

        assertThat(event.path("specversion").textValue()).isEqualTo("1.0");
        assertThat(event.path("type").textValue()).isEqualTo("dev.treaty.user.registered.v1");
        assertThat(event.path("source").textValue()).isEqualTo("https://treaty.dev/services/auth-service");
        assertThat(event.path("subject").textValue()).isEqualTo(id);
        assertThat(event.path("time").textValue()).isEqualTo("2026-01-15T10:30:00Z");
        assertThat(event.path("data"))
                .isEqualTo(new ObjectMapper()
                        .valueToTree(Map.of("id", id, "email", "joan@example.org", "name", "Ada Lovelace")));
    }

    @Test
    void nobody_is_registered_without_an_event() {
        try (var broken = new AuthServiceUnderTest()) {
            broken.stored().useHandle(handle -> handle.execute("ALTER TABLE outbox RENAME TO elsewhere"));

            broken.register("ada@example.org").statusCode(500);

            assertThat(count(broken, "registered_user")).isZero();
        }
    }

    @Test
    void a_refused_registration_makes_no_event() {
        try (var own = new AuthServiceUnderTest()) {
            own.register("ada@example.org").statusCode(201);
            own.register("ada@example.org").statusCode(409);

            assertThat(count(own, "outbox")).isOne();
        }
    }

    private static int count(AuthServiceUnderTest auth, String table) {
        return auth.stored()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
