package dev.treaty.consumer.campaigndialer;

/** Twilio does not accept the account's auth token (401, error 20003): nothing will work until it is changed. */
public final class AuthenticationFailed extends RuntimeException {

    AuthenticationFailed(int code, String where, String moreInfo) {
        super("""
                Twilio does not accept the account's auth token (%d).
                  where: %s
                  fix:   take the current token from the Twilio console; %s""".formatted(code, where, moreInfo));
    }
}
