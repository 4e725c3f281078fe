package dev.treaty.provider.junit.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/** An application to which a vendor's replay sends its webhooks: accepts all, and keeps them. */
final class WebhookReceiver implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    WebhookReceiver() {
        server.stubFor(any(anyUrl()).willReturn(ok()));
        server.start();
    }

    URI url() {
        return URI.create(server.baseUrl() + "/webhooks");
    }

    /** What arrived with one of these bodies, the latest first. */
    List<ReceivedWebhook> received(Collection<String> bodies) {
        return server.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(request -> bodies.contains(request.getBodyAsString()))
                .map(ReceivedWebhook::new)
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
