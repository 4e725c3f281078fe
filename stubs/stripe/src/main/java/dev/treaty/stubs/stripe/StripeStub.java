package dev.treaty.stubs.stripe;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.matching.interaction.Message;
import dev.treaty.stubs.stripe.event.WebhookEndpoints;
import dev.treaty.stubs.stripe.event.WebhookSignature;
import dev.treaty.stubs.vendor.VendorReplay;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stripe's replay. It also signs the webhooks of contracts, which cannot hold a signature that depends on the time of day. */
public final class StripeStub implements ProviderStub {

    /** The secret that signs every webhook of the stub server. Configure it in the client that checks the signature. */
    public static final String WEBHOOK_SECRET = WebhookEndpoints.CONFIGURED_SECRET;

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
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        var webhooks = settings.webhooks().getOrDefault(provider(), List.of());
        return Optional.of(VendorReplay.open(new StripeVendor(webhooks), settings));
    }

    @Override
    public Message complete(Message message) {
        return message.metadata().containsKey(SIGNATURE)
                ? message.withMetadata(SIGNATURE, signature.of(message.contents()))
                : message;
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(
                ReplayAccount.ofKey("sk_test_" + UUID.randomUUID().toString().replace("-", "")));
    }
}
