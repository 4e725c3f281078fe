package dev.treaty.provider.apigateway;

import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Clock;

/** A gateway under test, on a free port. */
final class TestGateway implements AutoCloseable {

    private final RunningService gateway;

    private TestGateway(RunningService gateway) {
        this.gateway = gateway;
    }

    static TestGateway start(GatewaySettings settings) {
        return start(settings, Clock.systemUTC());
    }

    static TestGateway start(GatewaySettings settings, Clock clock) {
        return new TestGateway(GatewayService.start(ServiceOptions.embedded(), settings, TestKeys.inOrder(), clock));
    }

    URI url() {
        return gateway.url();
    }

    /** A request without a token. */
    RequestSpecification anybody() {
        return RestAssured.given().baseUri(url().toString());
    }

    /** A request of a signed-in user. */
    RequestSpecification user(String id) {
        return bearer(TestTokens.USUAL.token(id));
    }

    /** A request with the given token. */
    RequestSpecification bearer(String token) {
        return anybody().header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
