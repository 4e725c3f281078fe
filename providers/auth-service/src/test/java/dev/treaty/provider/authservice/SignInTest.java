package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(
        value = ExecutionMode.SAME_THREAD,
        reason = "counts what the service does, so only one test may call it at a time")
class SignInTest {

    private final AuthServiceUnderTest auth = new AuthServiceUnderTest();

    @AfterAll
    void stop() {
        auth.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "no address", "a\u0000b@example.org"})
    void an_unknown_address_looks_the_same_as_a_wrong_password(String unknown) {
        var known = unknown.length() + "@example.org";
        auth.register(known).statusCode(201);

        var before = hashesCompared();
        var wrongPassword = auth.signIn(known, "wrong password").extract();
        var between = hashesCompared();
        var unknownAddress = auth.signIn(unknown, "wrong password").extract();
        var after = hashesCompared();

        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(shown(unknownAddress)).isEqualTo(shown(wrongPassword));
        assertThat(between - before).as("hashes compared for a wrong password").isOne();
        assertThat(after - between).as("hashes compared for an unknown address").isOne();
    }

    @Test
    void tokens_must_not_be_cached() {
        auth.register("ada@example.org").statusCode(201);

        auth.signIn("ada@example.org", AuthServiceUnderTest.PASSWORD)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900));
    }

    @Test
    void a_password_is_the_same_on_every_keyboard() {
        auth.post("/users", Map.of("email", "zoe@example.org", "password", "Zo\u00eb's secret", "name", "Zo\u00eb"))
                .statusCode(201);

        auth.signIn("zoe@example.org", "Zoe\u0308's secret").statusCode(201);
    }

    @Test
    void missing_fields_are_named() {
        auth.post("/sessions", Map.of("email", "ada@example.org"))
                .statusCode(422)
                .body("errors.field", contains("password"));
        auth.post("/sessions/refresh", Map.of()).statusCode(422).body("errors.field", contains("refreshToken"));
    }

    private static String shown(ExtractableResponse<Response> response) {
        return "%d %s %s %s"
                .formatted(
                        response.statusCode(),
                        response.contentType(),
                        response.header("WWW-Authenticate"),
                        response.asString());
    }

    /** How often Argon2id has compared, according to the metrics. */
    private int hashesCompared() {
        return RestAssured.get(auth.service().url() + "/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("auth_password_argon2id_seconds_count{for=\"compare\""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }
}
