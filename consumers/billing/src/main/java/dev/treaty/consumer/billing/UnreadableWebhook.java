package dev.treaty.consumer.billing;

import com.stripe.Stripe;
import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** A webhook is Stripe's, but of another API version than billing reads, or not an event. */
public final class UnreadableWebhook extends TreatyException {

    UnreadableWebhook(String reason, String where, @Nullable Throwable cause) {
        super(
                "A webhook from Stripe cannot be read: %s.".formatted(reason),
                where,
                "set the webhook endpoint to API version %s and to snapshot events".formatted(Stripe.API_VERSION),
                cause);
    }
}
