package dev.treaty.provider.service.outbox;

import dev.treaty.provider.service.calls.TimedHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Sends events to an address by POST; any 2xx means that the event was accepted.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">CloudEvents,
 *     HTTP binding, structured content mode</a>
 */
public final class WebhookPublisher implements EventPublisher {

    private final TimedHttpClient client;
    private final URI address;

    /** @param patience how long to wait for a response, up to its last byte */
    public WebhookPublisher(URI address, Duration patience) {
        this.address = address;
        this.client = new TimedHttpClient(patience);
    }

    @Override
    public void publish(String id, String content) throws PublishingFailed, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", OutboxEvent.CONTENT_TYPE)
                .POST(BodyPublishers.ofString(content));
        try {
            var status = client.status(request);
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
