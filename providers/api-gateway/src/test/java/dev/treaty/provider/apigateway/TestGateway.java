package dev.treaty.provider.apigateway;

import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceOptions;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Clock;

/** A gateway for a test, on a free port. */
final class TestGateway implements AutoCloseable {

    private final RunningService gateway;

    private TestGateway(RunningService gateway) {
        this.gateway = gateway;
    }

    static TestGateway start(GatewaySettings settings) {
        return start(settings, Clock.systemUTC());
    }

    static TestGateway start(GatewaySettings settings, Clock clock) {
        return new TestGateway(ApiGateway.start(ServiceOptions.embedded(), settings, clock));
    }

    URI url() {
        return gateway.url();
    }

    /** A request of somebody whom the gateway knows by their address only. */
    RequestSpecification anybody() {
        return RestAssured.given().baseUri(url().toString());
    }

    /** A request of somebody who is signed in. */
    RequestSpecification user(String id) {
        return bearer(TestKey.USUAL.token(id));
    }

    /** A request with a token of one's own. */
    RequestSpecification bearer(String token) {
        return anybody().header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
