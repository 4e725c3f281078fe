package dev.treaty.stubs.stripe;

import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.matching.interaction.Message;
import java.time.Clock;

/** Signs Stripe's webhooks. A contract cannot hold the signature because it depends on the time of day. */
public final class StripeStub implements ProviderStub {

    /** The secret that signs every webhook of the stub server. Configure it in the client that checks the signature. */
    public static final String WEBHOOK_SECRET = "whsec_treaty_stub";

    private static final String SIGNATURE = "Stripe-Signature";

    private final WebhookSignature signature;

    /** Called by the {@link java.util.ServiceLoader}. */
    public StripeStub() {
        this(Clock.systemUTC());
    }

    StripeStub(Clock clock) {
        this.signature = new WebhookSignature(WEBHOOK_SECRET, clock);
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public Message complete(Message message) {
        return message.metadata().containsKey(SIGNATURE)
                ? message.withMetadata(SIGNATURE, signature.of(message.contents()))
                : message;
    }
}
