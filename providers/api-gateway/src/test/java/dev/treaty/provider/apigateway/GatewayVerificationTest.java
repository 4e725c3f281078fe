package dev.treaty.provider.apigateway;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.treaty.provider.junit.RunningServiceVerification;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.testing.TestTokens;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the gateway against its contracts while a stub server replays the gateway's own contracts with auth-service and workspace-service;
 * or with {@code -Dapi-gateway.url=…} the gateway at that URL.
 *
 * <p>The services' contracts provide the data: {@code ws_42} exists, {@code ws_77} belongs to somebody else, {@code ws_99} does not exist. So
 * only tokens, faults and the gateway's own memory have to be set up.
 */
@Provider("api-gateway")
class GatewayVerificationTest extends RunningServiceVerification {

    private @Nullable StubServices services;
    private @Nullable RunningService gateway;
    private @Nullable StubMapping fault;

    @Override
    protected URI start() {
        services = StubServices.start();
        gateway = GatewayService.start(
                ServiceOptions.embedded(), services.settings(), TestKeys.inOrder(), Clock.systemUTC());
        return gateway.url();
    }

    @Override
    protected void stop() {
        gateway().close();
        services().close();
    }

    /** One at a time, because all interactions share the services that a fault takes down. */
    @Override
    protected Collection<String> collisions(ContractInteraction interaction) {
        return List.of("the services behind the gateway");
    }

    @State(GatewayStates.SIGNED_IN)
    Map<String, Object> aUserIsSignedIn(Map<String, Object> user) {
        return Map.of("accessToken", TestTokens.USUAL.token(String.valueOf(user.get("id"))));
    }

    @State(GatewayStates.EXPIRED)
    Map<String, Object> anAccessTokenIsExpired(Map<String, Object> token) {
        return Map.of("accessToken", TestTokens.USUAL.expiredToken(String.valueOf(token.get("user"))));
    }

    @State(GatewayStates.USED_UP)
    void aUserHasUsedUpARateLimit(Map<String, Object> limit) {
        var quota = Integer.parseInt(String.valueOf(limit.get("quota")));
        var token = TestTokens.USUAL.token(String.valueOf(limit.get("user")));
        for (var request = 0; request < quota; request++) {
            RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .get(gateway().url() + "/v1/me")
                    .then()
                    .statusCode(200);
        }
    }

    @State(GatewayStates.DOWN)
    void aServiceIsDown(Map<String, Object> down) {
        fault = services().isDown(String.valueOf(down.get("service")));
    }

    @State(value = GatewayStates.DOWN, action = StateChangeAction.TEARDOWN)
    void theServiceIsBack() {
        if (fault != null) {
            services().forget(fault);
        }
    }

    @State({
        GatewayStates.NO_USER,
        GatewayStates.USER,
        GatewayStates.NO_ATTEMPTS,
        GatewayStates.SESSION,
        GatewayStates.REVOKED,
        GatewayStates.WORKSPACE,
        GatewayStates.NO_WORKSPACE,
        GatewayStates.FREE_NAME,
        GatewayStates.MEMBER,
        GatewayStates.MEMBER_OF_SEVERAL,
        GatewayStates.INVITED
    })
    void theServicesContractsProvideTheData() {}

    private StubServices services() {
        return started(services);
    }

    private RunningService gateway() {
        return started(gateway);
    }

    private static <T> T started(@Nullable T something) {
        if (something == null) {
            throw new IllegalStateException("only an embedded gateway is brought to states here");
        }
        return something;
    }
}
