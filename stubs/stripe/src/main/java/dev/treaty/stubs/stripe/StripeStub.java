package dev.treaty.stubs.stripe;

import dev.treaty.stubs.replay.Message;
import dev.treaty.stubs.replay.ProviderStub;
import java.time.Clock;

/** Stripe's port, and the signature of its webhooks, which a contract cannot hold because it depends on the time of day. */
public final class StripeStub implements ProviderStub {

    /** The signing secret of every webhook that the stub server sends; give it to the client that checks them. */
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

    /** The port that stripe-mock has, so that a client of it finds this stub in the same place. */
    @Override
    public int port() {
        return 12111;
    }

    @Override
    public Message complete(Message message) {
        return message.metadata().containsKey(SIGNATURE)
                ? message.withMetadata(SIGNATURE, signature.of(message.contents()))
                : message;
    }
}
