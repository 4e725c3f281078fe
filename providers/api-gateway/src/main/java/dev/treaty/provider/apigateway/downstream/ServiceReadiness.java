package dev.treaty.provider.apigateway.downstream;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.service.calls.TimedHttpClient;
import dev.treaty.provider.service.http.ReadinessCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * Checks a service by its own {@code /health/ready}. A service without that route (404) is considered ready; one that responds with 503 is not.
 */
public final class ServiceReadiness implements ReadinessCheck {

    private final String service;
    private final URI address;
    private final TimedHttpClient client;

    public ServiceReadiness(String service, URI address, Timeouts timeouts) {
        this.service = service;
        this.address = URI.create(address.toString().replaceFirst("/$", "") + "/health/ready");
        this.client = new TimedHttpClient(timeouts.call());
    }

    @Override
    public String name() {
        return service;
    }

    @Override
    public boolean isReady() {
        try {
            return client.status(HttpRequest.newBuilder(address)) < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
