package dev.treaty.stubs.airtable;

import dev.treaty.stubs.airtable.webhook.MacSignature;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.matching.interaction.Message;
import dev.treaty.stubs.vendor.VendorReplay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens Airtable's replay, and signs the pings that contracts record. */
public final class AirtableStub implements ProviderStub {

    /**
     * The secret that signs every ping of a contract, in Base64. Configure it in the client that checks the signature. What the replay
     * sends is signed with the secret of the webhook.
     */
    public static final String MAC_SECRET = "dGVzdC1tYWMtc2VjcmV0";

    @Override
    public String provider() {
        return "airtable";
    }

    @Override
    public Message complete(Message message) {
        return message.metadata().containsKey(MacSignature.HEADER)
                ? message.withMetadata(MacSignature.HEADER, MacSignature.of(MAC_SECRET, message.contents()))
                : message;
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        var webhook =
                settings.webhooks().getOrDefault(provider(), List.of()).stream().findFirst();
        return Optional.of(VendorReplay.open(new AirtableVendor(webhook), settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(
                ReplayAccount.ofKey("pat" + UUID.randomUUID().toString().replace("-", "")));
    }
}
