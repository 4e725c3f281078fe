package dev.treaty.consumer.campaigndialer;

import dev.treaty.pacts.errors.TreatyException;

/** Twilio does not accept the account's auth token (401, error 20003): nothing will work until it is corrected. */
public final class AuthenticationFailed extends TreatyException {

    AuthenticationFailed(int code, String where, String moreInfo) {
        super(
                "Twilio does not accept the account's auth token (%d).".formatted(code),
                where,
                "use the current token from the Twilio console; " + moreInfo);
    }
}
