package dev.treaty.stubs.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.replay.Message;
import dev.treaty.stubs.replay.ProviderStub;

/** Twilio's port, and the signature of its callbacks, which covers where a callback is sent and what it says. */
public final class TwilioStub implements ProviderStub {

    /** The auth token with which every callback of the stub server is signed; give it to the client that checks them. */
    public static final String AUTH_TOKEN = "treaty-stub-auth-token";

    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String CALLBACK_URL = "callbackUrl";

    private final CallbackSignature signature = new CallbackSignature(AUTH_TOKEN);

    @Override
    public String provider() {
        return "twilio";
    }

    @Override
    public int port() {
        return 12112;
    }

    @Override
    public Message complete(Message message) {
        var url = message.metadata().get(CALLBACK_URL);
        return url == null
                ? message
                : message.withMetadata(SIGNATURE, signature.of(url.toString(), new String(message.contents(), UTF_8)));
    }
}
