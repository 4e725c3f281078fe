package dev.treaty.consumer.billing;

import com.stripe.Stripe;
import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** A webhook is Stripe's, but of another API version than billing reads, or no event at all. */
public final class UnreadableWebhook extends TreatyException {

    UnreadableWebhook(String reason, String where, @Nullable Throwable cause) {
        super(
                "A webhook of Stripe cannot be read: %s.".formatted(reason),
                where,
                "give the webhook endpoint the API version %s, and snapshot events".formatted(Stripe.API_VERSION),
                cause);
    }
}
