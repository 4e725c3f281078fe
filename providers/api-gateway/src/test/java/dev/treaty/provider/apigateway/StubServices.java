package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.testing.TestTokens;
import dev.treaty.stubs.http.ReplayServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A stub server in place of auth-service and workspace-service. It replays the gateway's own contracts with them; two things take precedence:
 * the keys of the tests, whose private halves are known, and faults.
 */
final class StubServices implements AutoCloseable {

    private static final Timeouts UNHURRIED = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30));
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ReplayServer server;
    private final WireMock admin;

    private StubServices(ReplayServer server) {
        this.server = server;
        this.admin = new WireMock("127.0.0.1", server.port());
    }

    /** Starts both services; auth-service publishes the key of {@link TestTokens#USUAL}. */
    static StubServices start() {
        var contracts = PactFile.onClassPath().stream()
                .filter(contract -> contract.consumer().equals("api-gateway"))
                .toList();
        var services = new StubServices(ReplayServer.builder().pacts(contracts).start());
        services.signsWith(TestTokens.USUAL);
        return services;
    }

    URI authService() {
        return server.url("auth-service");
    }

    URI workspaceService() {
        return server.url("workspace-service");
    }

    /**
     * The settings of a gateway in front of these services: the defaults, but with time for each call. On a busy machine, the first request for
     * auth-service's keys can take longer than two seconds, and with a clock that stands still, there would be no second one.
     */
    GatewaySettings settings() {
        return GatewaySettings.between(authService(), workspaceService()).withTimeouts(UNHURRIED, PATIENCE);
    }

    /** From now on, auth-service publishes the keys of these tokens. */
    StubMapping signsWith(TestTokens... keys) {
        return respondWith(get(urlPathEqualTo("/auth-service/.well-known/jwks.json"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/jwk-set+json")
                        .withBody(TestTokens.published(keys))));
    }

    /** From now on, a service resets every connection. */
    StubMapping isDown(String service) {
        return respondWith(any(urlMatching("/" + service + "/.*"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** From now on, this mapping takes precedence over the contracts. Paths start with the service's name. */
    StubMapping respondWith(MappingBuilder mapping) {
        return admin.register(mapping.atPriority(1));
    }

    void forget(StubMapping mapping) {
        admin.removeStubMapping(mapping);
    }

    /** The matching requests that the services received, in any order. */
    List<LoggedRequest> received(RequestPatternBuilder pattern) {
        return admin.find(pattern);
    }

    @Override
    public void close() {
        server.close();
    }
}
