package dev.treaty.stubs.sendgrid;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.matching.interaction.Message;
import dev.treaty.stubs.sendgrid.event.EventSignature;
import dev.treaty.stubs.vendor.VendorReplay;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens SendGrid's replay, and signs the events that contracts record, at the moment at which they are asked for. */
public final class SendGridStub implements ProviderStub {

    /** The public key of every signature. Configure it in the client that checks them. */
    public static final String PUBLIC_KEY = EventSignature.PUBLIC_KEY;

    @Override
    public String provider() {
        return "sendgrid";
    }

    @Override
    public Message complete(Message message) {
        var completed = message;
        var signed = EventSignature.headers(InstantSource.system().instant().getEpochSecond(), message.contents());
        for (var header : signed.entrySet()) {
            completed = completed.withMetadata(header.getKey(), header.getValue());
        }
        return completed;
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        var webhooks = settings.webhooks().getOrDefault(provider(), List.of());
        return Optional.of(VendorReplay.open(new SendGridVendor(webhooks), settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(ReplayAccount.ofKey("SG." + UUID.randomUUID()));
    }
}
