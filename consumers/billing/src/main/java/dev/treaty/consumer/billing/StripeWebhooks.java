package dev.treaty.consumer.billing;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeObject;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the webhooks that Stripe posts to billing, and trusts only those that Stripe signed.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-official-libraries">how Stripe signs</a>
 */
public final class StripeWebhooks {

    /** Prevents replay attacks; Stripe's own recommendation. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String secret;
    private final Clock clock;

    /**
     * A reader for one webhook endpoint.
     *
     * @param secret the endpoint's signing secret, {@code whsec_…}
     * @param clock determines how old a signature is
     */
    public StripeWebhooks(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Reads one webhook.
     *
     * @param payload the body, byte for byte as received (UTF-8): the signature covers it
     * @param signature the header {@code Stripe-Signature}; null if there is none
     * @throws WebhookRefused if the signature is missing, wrong or older than five minutes
     * @throws UnreadableWebhook if it is Stripe's, but not of the API version that billing reads
     */
    public PaymentEvent read(String payload, @Nullable String signature) {
        var event = event(payload, signature);
        return switch (event.getType()) {
            case "payment_intent.succeeded" ->
                new PaymentEvent.Paid(event.getId(), Payment.of(content(event, PaymentIntent.class)));
            case "payment_intent.payment_failed" -> failed(event, content(event, PaymentIntent.class));
            case "charge.refunded" ->
                new PaymentEvent.Refunded(event.getId(), LedgerEntry.of(content(event, Charge.class)));
            default -> new PaymentEvent.Other(event.getId(), event.getType());
        };
    }

    private Event event(String payload, @Nullable String signature) {
        if (signature == null) {
            throw new WebhookRefused("it has no signature", null);
        }
        try {
            return Webhook.constructEvent(payload, signature, secret, TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException e) {
            throw new WebhookRefused("its signature is wrong or old (" + e.getMessage() + ")", e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // stripe-java 33.3.0 throws this for a header such as "t=now" or "t".
            throw new WebhookRefused("its signature is malformed", e);
        } catch (RuntimeException e) {
            // The signature has been verified; how Gson fails is an internal of stripe-java.
            throw new UnreadableWebhook("it is not a snapshot event", "the body", e);
        }
    }

    private static <T extends StripeObject> T content(Event event, Class<T> type) {
        return event.getDataObjectDeserializer()
                .getObject()
                .map(type::cast)
                .orElseThrow(() -> new UnreadableWebhook(
                        "it is of API version " + event.getApiVersion(),
                        "event " + event.getId() + " of type " + event.getType(),
                        null));
    }

    private static PaymentEvent failed(Event event, PaymentIntent intent) {
        var error = intent.getLastPaymentError();
        return new PaymentEvent.Failed(
                event.getId(),
                Payment.of(intent),
                Optional.ofNullable(error.getDeclineCode()).orElse(error.getCode()),
                error.getMessage());
    }
}
