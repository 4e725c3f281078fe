package dev.treaty.provider.apigateway;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.verification.RunningServiceVerification;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the gateway to its contracts, while auth-service and workspace-service are the stub server that replays the gateway's
 * own contracts with them; or with {@code -Dapi-gateway.url=…} a gateway that runs.
 *
 * <p>What the services have, their contracts say: {@code ws_42} is there, {@code ws_77} is somebody else's, {@code ws_99} is
 * missing. So there is nothing to set up, but tokens, faults and the gateway's own memory.
 */
@Provider("api-gateway")
class ApiGatewayVerificationTest extends RunningServiceVerification {

    private @Nullable StubbedServices services;
    private @Nullable RunningService gateway;
    private @Nullable StubMapping fault;

    @Override
    protected URI start() {
        services = StubbedServices.start();
        gateway = ApiGateway.start(ServiceOptions.embedded(), services.settings(), Clock.systemUTC());
        return gateway.url();
    }

    @Override
    protected void stop() {
        gateway().close();
        services().close();
    }

    /** One after the other: the services that a fault takes down are everybody's. */
    @Override
    protected Collection<String> collisions(ContractInteraction interaction) {
        return List.of("the services behind the gateway");
    }

    @State("a user is signed in")
    Map<String, Object> aUserIsSignedIn(Map<String, Object> user) {
        return Map.of("accessToken", TestKey.USUAL.token(String.valueOf(user.get("id"))));
    }

    @State("an access token has expired")
    Map<String, Object> anAccessTokenIsExpired(Map<String, Object> token) {
        return Map.of("accessToken", TestKey.USUAL.expiredToken(String.valueOf(token.get("user"))));
    }

    @State("a user has exhausted a rate limit")
    void aUserHasUsedUpARateLimit(Map<String, Object> limit) {
        var quota = Integer.parseInt(String.valueOf(limit.get("quota")));
        var token = TestKey.USUAL.token(String.valueOf(limit.get("user")));
        for (var request = 0; request < quota; request++) {
            RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .get(gateway().url() + "/v1/me")
                    .then()
                    .statusCode(200);
        }
    }

    @State("a service is unavailable")
    void aServiceIsDown(Map<String, Object> down) {
        fault = services().isDown(String.valueOf(down.get("service")));
    }

    @State(value = "a service is unavailable", action = StateChangeAction.TEARDOWN)
    void theServiceIsBack() {
        if (fault != null) {
            services().forget(fault);
        }
    }

    @State({
        "no user is registered",
        "a user is registered",
        "a user has no sign-in attempts left",
        "a session is open",
        "a refresh token has been revoked",
        "a workspace exists",
        "no workspace exists",
        "a workspace name is available",
        "a user is a member",
        "a user is a member of several workspaces",
        "an invitation exists"
    })
    void theServicesContractsSaySo() {}

    private StubbedServices services() {
        return started(services);
    }

    private RunningService gateway() {
        return started(gateway);
    }

    private static <T> T started(@Nullable T something) {
        if (something == null) {
            throw new IllegalStateException("only what is started here is brought to states here");
        }
        return something;
    }
}
