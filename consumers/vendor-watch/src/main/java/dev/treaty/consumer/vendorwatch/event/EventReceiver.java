package dev.treaty.consumer.vendorwatch.event;

import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Posts events to a URL. */
public final class EventReceiver implements EventSink {

    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final HttpApi api;
    private final String path;

    /** @param url http or https, without user, password and query */
    public EventReceiver(URI url) {
        var target = url.getRawPath() == null ? "" : url.getRawPath();
        path = target.isEmpty() ? "/" : target;
        var text = url.toString();
        api = new HttpApi(
                "The receiver of events",
                URI.create(text.substring(0, text.length() - target.length())),
                Map.of(),
                TIMEOUTS);
    }

    @Override
    public boolean deliver(WatchEvent event) {
        try {
            return api.send(HttpCall.post(path).content(WatchEvent.CONTENT_TYPE, event.toJson()))
                    .isSuccess();
        } catch (HttpApiException e) {
            return false;
        }
    }
}
