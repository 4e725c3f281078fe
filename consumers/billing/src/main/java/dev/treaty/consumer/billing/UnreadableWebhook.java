package dev.treaty.consumer.billing;

import com.stripe.Stripe;
import org.jspecify.annotations.Nullable;

/** A webhook is Stripe's, but of another API version than billing reads, or no event at all. */
public final class UnreadableWebhook extends RuntimeException {

    UnreadableWebhook(String reason, String where, @Nullable Throwable cause) {
        super("""
                A webhook of Stripe cannot be read: %s.
                  where: %s
                  fix:   give the webhook endpoint the API version %s, and snapshot events""".formatted(reason, where, Stripe.API_VERSION), cause);
    }
}
