package dev.treaty.provider.apigateway.downstream;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.service.http.ReadinessCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Checks a service by its own {@code /health/ready}. A service without that route (404) is considered ready; one that responds with 503 is not.
 */
public final class ServiceReadiness implements ReadinessCheck {

    private final String service;
    private final HttpRequest request;
    private final HttpClient client;

    public ServiceReadiness(String service, URI address, Timeouts timeouts) {
        this.service = service;
        this.request = HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("/$", "") + "/health/ready"))
                .timeout(timeouts.call())
                .build();
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public String name() {
        return service;
    }

    @Override
    public boolean isReady() {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
