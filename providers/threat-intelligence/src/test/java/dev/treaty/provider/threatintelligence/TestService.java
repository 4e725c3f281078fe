package dev.treaty.provider.threatintelligence;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.KeyServer;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The service under test with sources of its own, as people call it over HTTP. */
final class TestService implements AutoCloseable {

    private static final KeyServer KEYS = new KeyServer(TestTokens.USUAL);

    private final StubSources sources = StubSources.start();
    private final ThreatIntelligenceService service;

    private TestService(Map<String, String> settings) {
        var all = new HashMap<>(sources.settings());
        all.put("JWKS_URL", KEYS.url().toString());
        all.putAll(settings);
        service = ThreatIntelligenceService.start(
                ServiceOptions.embedded().withDatabase(ThreatDatabases.create()),
                ThreatSettings.of(all),
                TestKeys.inOrder(),
                Clock.systemUTC());
    }

    /** Starts it with other settings than {@link StubSources#settings}. */
    static TestService with(Map<String, String> settings) {
        return new TestService(settings);
    }

    StubSources sources() {
        return sources;
    }

    Jdbi jdbi() {
        return service.database().jdbi();
    }

    /** A request of an analyst. */
    RequestSpecification analyst() {
        var token = TestTokens.USUAL.token("usr_42", claims -> claims.claim("roles", List.of("security-analyst")));
        return RestAssured.given().baseUri(service.url().toString()).header("Authorization", "Bearer " + token);
    }

    Response reputation(String ip) {
        return analyst().get("/addresses/" + ip + "/reputation");
    }

    Response report(String key, Map<String, ?> report) {
        return analyst()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(report)
                .post("/reports");
    }

    @Override
    public void close() {
        service.close();
        sources.close();
    }
}
