package dev.treaty.provider.twilio;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.verification.VendorVerification;
import dev.treaty.provider.verification.states.UnreachableState;
import java.util.Map;

/**
 * Holds Twilio's replay to its contracts, or with {@code -Dtwilio.url=https://api.twilio.com -Dtwilio.sid=… -Dtwilio.token=…}
 * Twilio itself, asked with an account's test credentials: they answer to magic numbers, charge nothing and keep nothing.
 *
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials">Twilio, test credentials</a>
 */
@Provider("twilio")
@UnreachableState(state = "a message was delivered", because = TwilioVerificationTest.KEEPS_NOTHING)
@UnreachableState(state = "a message to a landline was not delivered", because = TwilioVerificationTest.KEEPS_NOTHING)
@UnreachableState(state = "there is no message", because = TwilioVerificationTest.SENDS_ONLY)
@UnreachableState(
        state = "a number has sent more messages than fit a page",
        because = TwilioVerificationTest.KEEPS_NOTHING)
@UnreachableState(state = "a call was answered by a human", because = TwilioVerificationTest.KEEPS_NOTHING)
@UnreachableState(state = "there is no call", because = TwilioVerificationTest.SENDS_ONLY)
@UnreachableState(state = "too many requests were made", because = "Twilio limits nobody on demand")
@UnreachableState(state = "messaging is unavailable", because = "Twilio does not fail on demand")
class TwilioVerificationTest extends VendorVerification {

    static final String KEEPS_NOTHING = "test credentials keep no messages and no calls";
    static final String SENDS_ONLY = "test credentials may send and call, not look";

    private static final String RECORDED_ACCOUNT = "AC00000000000000000000000000000042";

    @Override
    protected String authorization() {
        return basic(setting("sid"), setting("token"));
    }

    /** The account's id is part of every path. */
    @Override
    protected Map<String, String> realValues() {
        return Map.of(RECORDED_ACCOUNT, setting("sid"));
    }

    /** The recorded numbers are Twilio's magic ones: each is always in its state. */
    @State({
        "a number can send messages",
        "a number can place calls",
        "no telephone has a number",
        "a recipient has opted out",
        "an account has another auth token"
    })
    void aMagicNumberIsWhatItIs() {}
}
