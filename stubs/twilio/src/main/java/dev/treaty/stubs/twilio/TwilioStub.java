package dev.treaty.stubs.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.matching.interaction.Message;

/** Signs Twilio's callbacks. The signature covers the URL that a callback is sent to, and its form fields. */
public final class TwilioStub implements ProviderStub {

    /** The auth token that signs every callback of the stub server. Configure it in the client that checks the signature. */
    public static final String AUTH_TOKEN = "treaty-stub-auth-token";

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
}
