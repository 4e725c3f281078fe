package dev.treaty.provider.workspaceservice.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Sends events to an address by POST; any 2xx means that the event was accepted.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">CloudEvents,
 *     HTTP binding, structured content mode</a>
 */
public final class WebhookPublisher implements EventPublisher {

    private final HttpClient client;
    private final URI address;
    private final Duration patience;

    /** @param patience how long to wait for a response */
    public WebhookPublisher(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public void publish(String id, String content) throws PublishingFailed, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", OutboxEvent.CONTENT_TYPE)
                .timeout(patience)
                .POST(BodyPublishers.ofString(content))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new PublishingFailed("the receiver responded with " + status);
            }
        } catch (HttpTimeoutException e) {
            throw new PublishingFailed("the receiver did not respond in time");
        } catch (IOException e) {
            throw new PublishingFailed("the receiver is unreachable");
        }
    }
}
