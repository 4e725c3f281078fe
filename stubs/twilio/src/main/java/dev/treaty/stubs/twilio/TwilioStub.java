package dev.treaty.stubs.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.matching.interaction.Message;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.CallbackSignature;
import dev.treaty.stubs.vendor.VendorReplay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens Twilio's replay, and signs the callbacks that contracts record. The signature covers the URL that a callback is sent to, and
 * its form fields.
 */
public final class TwilioStub implements ProviderStub {

    /**
     * The auth token that signs every callback of a contract. Configure it in the client that checks the signature. What the replay
     * sends is signed with the auth token of the account.
     */
    public static final String AUTH_TOKEN = AccountCredentials.DEFAULT_AUTH_TOKEN;

    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String CALLBACK_URL = "callbackUrl";

    private final CallbackSignature signature = new CallbackSignature(AUTH_TOKEN);

    @Override
    public String provider() {
        return "twilio";
    }

    @Override
    public Message complete(Message message) {
        var url = message.metadata().get(CALLBACK_URL);
        return url == null
                ? message
                : message.withMetadata(SIGNATURE, signature.of(url.toString(), new String(message.contents(), UTF_8)));
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        var webhook =
                settings.webhooks().getOrDefault(provider(), List.of()).stream().findFirst();
        return Optional.of(VendorReplay.open(TwilioVendor.complete(webhook), settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        var account = UUID.randomUUID().toString().replace("-", "");
        return Optional.of(ReplayAccount.ofPassword("AC" + account, AUTH_TOKEN));
    }
}
