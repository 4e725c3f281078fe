package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.service.ReadinessCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Whether a service answers its own {@code /health/ready}. One that has no such thing, and says so (404), answers; one that is
 * not ready (503) does not.
 */
final class Reachability implements ReadinessCheck {

    private final String service;
    private final HttpRequest question;
    private final HttpClient client;

    Reachability(String service, URI address, Timeouts timeouts) {
        this.service = service;
        this.question = HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("/$", "") + "/health/ready"))
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
            return client.send(question, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
