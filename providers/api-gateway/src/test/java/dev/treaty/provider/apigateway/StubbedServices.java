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
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.net.URI;
import java.util.List;

/**
 * auth-service and workspace-service as the stub server that replays the gateway's own contracts with them. Two things come
 * before the contracts: the keys of the test, whose private halves the test has; and faults.
 */
final class StubbedServices implements AutoCloseable {

    private final ReplayServer server;
    private final WireMock admin;

    private StubbedServices(ReplayServer server) {
        this.server = server;
        this.admin = new WireMock("127.0.0.1", server.port());
    }

    /** Both services, and {@link TestKey#USUAL} as the key that auth-service signs with. */
    static StubbedServices start() {
        var contracts = PactFile.onClassPath().stream()
                .filter(contract -> contract.consumer().equals("api-gateway"))
                .toList();
        var services =
                new StubbedServices(ReplayServer.builder().pacts(contracts).start());
        services.signsWith(TestKey.USUAL);
        return services;
    }

    URI authService() {
        return server.url("auth-service");
    }

    URI workspaceService() {
        return server.url("workspace-service");
    }

    /** The usual settings of a gateway before these services. */
    GatewaySettings settings() {
        return GatewaySettings.between(authService(), workspaceService());
    }

    /** From now on, these are auth-service's keys. */
    StubMapping signsWith(TestKey... keys) {
        return answers(get(urlPathEqualTo("/auth-service/.well-known/jwks.json"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/jwk-set+json")
                        .withBody(TestKey.published(keys))));
    }

    /** From now on, a service hangs up on whoever calls it. */
    StubMapping isDown(String service) {
        return answers(any(urlMatching("/" + service + "/.*"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** From now on, this comes before the contracts. Paths begin with the service's name. */
    StubMapping answers(MappingBuilder mapping) {
        return admin.register(mapping.atPriority(1));
    }

    void forget(StubMapping mapping) {
        admin.removeStubMapping(mapping);
    }

    /** What the services were asked, in any order. */
    List<LoggedRequest> asked(RequestPatternBuilder pattern) {
        return admin.find(pattern);
    }

    @Override
    public void close() {
        server.close();
    }
}
