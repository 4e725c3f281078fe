package dev.treaty.provider.workspaceservice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Sends events by POST to one address; any 2xx says that the event was taken.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">CloudEvents,
 *     HTTP binding, structured content mode</a>
 */
final class WebhookPublisher implements EventPublisher {

    private final HttpClient client;
    private final URI address;
    private final Duration patience;

    /** @param patience how long an answer may take */
    WebhookPublisher(URI address, Duration patience) {
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
                .header("Content-Type", Event.CONTENT_TYPE)
                .timeout(patience)
                .POST(BodyPublishers.ofString(content))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new PublishingFailed("the receiver answered " + status);
            }
        } catch (HttpTimeoutException e) {
            throw new PublishingFailed("the receiver did not answer in time");
        } catch (IOException e) {
            throw new PublishingFailed("the receiver cannot be reached");
        }
    }
}
