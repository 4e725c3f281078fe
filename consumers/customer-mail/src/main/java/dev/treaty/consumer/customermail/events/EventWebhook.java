package dev.treaty.consumer.customermail.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of SendGrid's event webhook, and trusts only those that it signed recently.
 *
 * <p>Give it the body as it arrived, byte for byte: a framework that parses the JSON and writes it again drops the line break at its end, and
 * the signature is wrong.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features">SendGrid,
 *     event webhook security features</a>
 */
public final class EventWebhook {

    /** The header with the signature. */
    public static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";

    /** The header with the time of the signature, in seconds since 1970. */
    public static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    /**
     * How old a webhook may be: SendGrid tries for 24 hours, and does not say whether it signs anew each time. What is younger and arrives
     * twice is found by its events' ids.
     */
    public static final Duration LONGEST_AGE = Duration.ofHours(25);

    /** How far the clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private final WebhookKey key;
    private final SeenEvents seen;
    private final Clock clock;

    /** A reader of the webhook with this key. */
    public EventWebhook(WebhookKey key, SeenEvents seen, Clock clock) {
        this.key = key;
        this.seen = seen;
        this.clock = clock;
    }

    /** A reader that remembers in memory what it has seen. */
    public EventWebhook(WebhookKey key) {
        this(key, new InMemorySeenEvents(LONGEST_AGE.plus(SKEW), Clock.systemUTC()), Clock.systemUTC());
    }

    /**
     * Handles the events of one request that were not handled before, in their order. If the handler fails, its exception is thrown: respond
     * with 500, and SendGrid sends them again.
     *
     * @param body as it arrived
     * @param signature the header {@value #SIGNATURE}; null if there is none
     * @param timestamp the header {@value #TIMESTAMP}; null if there is none
     * @throws IllegalArgumentException if SendGrid signed it, but it has no events
     */
    public WebhookResult handle(
            byte[] body, @Nullable String signature, @Nullable String timestamp, Consumer<MailEvent> handler) {
        if (signature == null
                || timestamp == null
                || !SECONDS.matcher(timestamp).matches()
                || !key.hasSigned(timestamp, body, signature)) {
            return new WebhookResult.Forged();
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        if (age.compareTo(LONGEST_AGE) > 0 || age.compareTo(SKEW.negated()) < 0) {
            return new WebhookResult.Stale(age);
        }
        var handled = 0;
        for (var event : MailEventReader.read(body)) {
            if (seen.isNew(event.about().id())) {
                handle(event, handler);
                handled++;
            }
        }
        return new WebhookResult.Handled(handled);
    }

    private void handle(MailEvent event, Consumer<MailEvent> handler) {
        var isHandled = false;
        try {
            handler.accept(event);
            isHandled = true;
        } finally {
            if (!isHandled) {
                seen.forget(event.about().id());
            }
        }
    }
}
