package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.testing.ServiceProcess;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as a separate process, verified at its URL: unchanged, and with injected faults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthServiceIT {

    @TempDir
    private Path results;

    private @Nullable ServiceProcess started;

    @BeforeAll
    void start() throws Exception {
        started = ServiceProcess.start(
                "auth-service", with(Map.of("DATABASE_URL", AuthDatabases.create())), "--provider-states");
    }

    @AfterAll
    void stop() {
        jar().close();
    }

    @Test
    void keeps_its_contracts_and_logs_no_secret() {
        var outcome = VerificationByUrl.of(jar().url(), results);

        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.held()).isGreaterThanOrEqualTo(13);
        assertThat(jar().output()).doesNotContain("correct horse", "$argon2id$", "refresh-revoked", "eyJ");
    }

    @Test
    void a_renamed_field_is_reported_by_name() throws Exception {
        var outcome = verified((request, response) -> request.equals("POST /sessions")
                ? response.withBody(response.body().replace("\"accessToken\"", "\"access_token\""))
                : response);

        assertThat(outcome.broken()).containsOnlyKeys("api-gateway: a request to sign in");
        assertThat(outcome.broken().get("api-gateway: a request to sign in"))
                .startsWith("auth-service breaks its contract with api-gateway.")
                .contains("\"a request to sign in\" in ", "api-gateway-auth-service.json")
                .contains("Actual map is missing the following keys: accessToken");
    }

    @Test
    void a_wrong_status_is_reported() throws Exception {
        var outcome = verified((request, response) ->
                request.equals("POST /users") && response.status() == 201 ? response.withStatus(200) : response);

        assertThat(outcome.broken()).containsOnlyKeys("api-gateway: a request to register a user");
        assertThat(outcome.broken().get("api-gateway: a request to register a user"))
                .startsWith("auth-service breaks its contract with api-gateway.")
                .contains("\"a request to register a user\" in ", "status", "201", "200");
    }

    @Test
    void a_missing_header_is_reported_by_name() throws Exception {
        var outcome = verified((request, response) -> response.withoutHeader("Retry-After"));

        assertThat(outcome.broken()).containsOnlyKeys("api-gateway: a request to sign in after too many attempts");
        assertThat(outcome.broken().get("api-gateway: a request to sign in after too many attempts"))
                .startsWith("auth-service breaks its contract with api-gateway.")
                .contains("\"a request to sign in after too many attempts\" in ", "Retry-After");
    }

    @Test
    void without_a_database_it_starts_an_embedded_one_and_offers_no_provider_states() throws Exception {
        try (var alone = ServiceProcess.start("auth-service", with(Map.of()))) {
            RestAssured.get(alone.url() + "/health/ready").then().statusCode(200);
            RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("state", AuthStates.USER))
                    .post(alone.url() + "/provider-states")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void help_names_every_option_and_every_variable() throws Exception {
        var help = ServiceProcess.run("auth-service", Map.of(), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .contains("--port", "8081", "--bind", "--provider-states", "--help")
                .contains("DATABASE_URL", "TRUSTED_PROXIES", "SIGNING_KEYS_SECRET", "ARGON2_MEMORY_KIB", "LOG_LEVEL");
    }

    @Test
    void a_wrong_command_line_and_a_port_in_use_have_different_exit_codes() throws Exception {
        var wrong = ServiceProcess.run("auth-service", Map.of(), "--prot", "0");
        var taken = ServiceProcess.run(
                "auth-service",
                with(Map.of("DATABASE_URL", AuthDatabases.create())),
                "--port",
                String.valueOf(jar().url().getPort()));

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).startsWith("Unknown options: '--prot', '0'");
        assertThat(taken.exitCode()).isEqualTo(1);
        assertThat(taken.output())
                .contains("auth-service did not start: Port %d cannot be opened."
                        .formatted(jar().url().getPort()));
    }

    /** With cheap password hashes, which are not tested here. */
    private static Map<String, String> with(Map<String, String> environment) {
        var cheap = new HashMap<>(Map.of("ARGON2_MEMORY_KIB", "8", "ARGON2_PASSES", "1"));
        cheap.putAll(environment);
        return cheap;
    }

    private ServiceProcess jar() {
        if (started == null) {
            throw new IllegalStateException("the service is started before the first test");
        }
        return started;
    }

    private VerificationByUrl.Outcome verified(FaultyProxy.Fault fault) throws Exception {
        try (var proxy = FaultyProxy.before(jar().url(), fault)) {
            return VerificationByUrl.of(proxy.url(), results);
        }
    }
}
