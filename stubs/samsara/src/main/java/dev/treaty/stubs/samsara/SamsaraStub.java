package dev.treaty.stubs.samsara;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.matching.interaction.Message;
import dev.treaty.stubs.samsara.webhook.WebhookObjects;
import dev.treaty.stubs.samsara.webhook.WebhookSignature;
import dev.treaty.stubs.vendor.VendorReplay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens Samsara's replay, and signs the webhooks that contracts record. */
public final class SamsaraStub implements ProviderStub {

    /** The secret key, in Base64, that signs every webhook of a contract. Configure it in the client that checks the signature. */
    public static final String WEBHOOK_SECRET = WebhookObjects.CONFIGURED_SECRET;

    @Override
    public String provider() {
        return "samsara";
    }

    @Override
    public Message complete(Message message) {
        var timestamp = message.metadata().get(WebhookObjects.TIMESTAMP);
        return timestamp == null
                ? message
                : message.withMetadata(
                        WebhookObjects.SIGNATURE,
                        new WebhookSignature(WEBHOOK_SECRET).of(timestamp.toString(), message.contents()));
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        var webhooks = settings.webhooks().getOrDefault(provider(), List.of());
        return Optional.of(VendorReplay.open(new SamsaraVendor(webhooks), settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(ReplayAccount.ofKey(
                "samsara_api_" + UUID.randomUUID().toString().replace("-", "")));
    }
}
