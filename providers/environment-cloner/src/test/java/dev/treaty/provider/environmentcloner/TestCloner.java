package dev.treaty.provider.environmentcloner;

import dev.treaty.provider.environmentcloner.configuration.ConfiguredEnvironments;
import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.sample.SampleServer;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.KeyServer;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The service as tests call it over HTTP: one for all tests of a JVM, with the sample's databases. Tests that use it take turns, by
 * {@link #ENVIRONMENTS}.
 */
final class TestCloner {

    /** The name of the resource lock of those who use the environments. */
    static final String ENVIRONMENTS = "environments";

    /** Production again, under another host name, as somebody could configure it by mistake. */
    static final String LOOKALIKE = "lookalike";

    private static final int ROWS = 300;

    /** Signed once for each user, because signing takes longer than most requests. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final KeyServer KEYS = new KeyServer(TestTokens.USUAL);
    private static final ConfiguredEnvironments CONFIGURED = configured();
    private static final EnvironmentCloner SERVICE = EnvironmentCloner.start(
            ServiceOptions.embedded().withProviderStates(),
            ServiceSettings.of(Map.of("JWKS_URL", KEYS.url().toString())),
            CONFIGURED,
            TestKeys.inOrder());

    private TestCloner() {}

    private static ConfiguredEnvironments configured() {
        var sample = ConfiguredEnvironments.sample(ROWS, null, null);
        var environments = new ArrayList<>(sample.settings().environments());
        environments.add(lookalike(environments.get(0)));
        var settings = sample.settings();
        TestProfiles.write(settings.profiles());
        return new ConfiguredEnvironments(
                new ClonerSettings(
                        settings.application(),
                        environments,
                        settings.profiles(),
                        settings.backups(),
                        settings.work(),
                        settings.running(),
                        settings.queued(),
                        settings.connections(),
                        settings.backupAge(),
                        settings.expiryNotice()),
                sample.sample());
    }

    private static Environment lookalike(Environment production) {
        var owner = Optional.of(new Credentials("postgres", ""));
        return new Environment(
                LOOKALIKE,
                "Lookalike",
                EnvironmentKind.TRAINING,
                production.url().replace("localhost", "127.0.0.1"),
                owner,
                owner);
    }

    static EnvironmentCloner service() {
        return SERVICE;
    }

    static SampleServer sample() {
        return CONFIGURED.sample().orElseThrow();
    }

    /** A request of somebody with this role, or without any if it is empty. */
    static RequestSpecification as(String role) {
        return as("usr_" + role, List.of(role));
    }

    /** A request of a user with these roles. */
    static RequestSpecification as(String user, List<String> roles) {
        var token = TOKENS.computeIfAbsent(
                user + roles, name -> TestTokens.USUAL.token(user, claims -> claims.claim("roles", roles)));
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request without a token. */
    static RequestSpecification anonymous() {
        return RestAssured.given()
                .spec(new RequestSpecBuilder()
                        .setBaseUri(SERVICE.url())
                        .setUrlEncodingEnabled(false)
                        .build());
    }

    /** Asks for a clone. */
    static Response clone(Map<String, ?> body, String key) {
        return as("operator")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/clones");
    }

    /** Brings about a state; returns what it gives. */
    static Map<String, Object> enter(String state, Map<String, Object> parameters) {
        return SERVICE.states().enter(state, parameters);
    }

    /** Undoes every state. */
    static void leave() {
        SERVICE.states().leave("any", Map.of());
    }
}
