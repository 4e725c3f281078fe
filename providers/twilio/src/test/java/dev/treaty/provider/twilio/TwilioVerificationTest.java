package dev.treaty.provider.twilio;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies Twilio's replay, or with {@code -Dtwilio.url=https://api.twilio.com -Dtwilio.sid=… -Dtwilio.token=…} Twilio itself, with an
 * account's test credentials: they work with magic numbers, cost nothing and store nothing.
 *
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials">Twilio, test credentials</a>
 */
@Provider("twilio")
@UnreachableState(state = "a message exists", because = TwilioVerificationTest.STORES_NOTHING)
@UnreachableState(state = "no message exists", because = TwilioVerificationTest.SENDS_ONLY)
@UnreachableState(state = "a phone number has sent messages", because = TwilioVerificationTest.STORES_NOTHING)
@UnreachableState(state = "a call exists", because = TwilioVerificationTest.STORES_NOTHING)
@UnreachableState(state = "no call exists", because = TwilioVerificationTest.SENDS_ONLY)
@UnreachableState(state = "the rate limit is exceeded", because = "Twilio does not limit requests on demand")
@UnreachableState(state = "the messaging service is unavailable", because = "Twilio does not fail on demand")
class TwilioVerificationTest extends VendorVerification {

    static final String STORES_NOTHING = "test credentials store no messages and no calls";
    static final String SENDS_ONLY = "test credentials can send and call, but not read";

    private static final String RECORDED_ACCOUNT = "AC00000000000000000000000000000042";

    @Override
    protected String authorization() {
        return basic(setting("sid"), setting("token"));
    }

    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("sid", "AC" + UUID.randomUUID().toString().replace("-", ""), "token", "an-auth-token");
    }

    /** The account's id is part of every path. */
    @Override
    protected Map<String, String> realValues() {
        return Map.of(RECORDED_ACCOUNT, setting("sid"));
    }

    /** The recorded numbers are Twilio's magic ones, which are always in their state. */
    @State({
        "a phone number can send messages",
        "a phone number can place calls",
        "a phone number is invalid",
        "an account has a different auth token"
    })
    void alwaysTrue() {}

    /** The magic number has always opted out; the replay also tells of a message that failed because of it. */
    @State("a recipient has opted out")
    void aRecipientHasOptedOut(Map<String, Object> recipient) {
        if (sandbox() == null) {
            bringAbout("a recipient has opted out", recipient);
        }
    }
}
