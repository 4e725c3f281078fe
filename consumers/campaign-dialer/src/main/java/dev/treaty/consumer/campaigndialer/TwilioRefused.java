package dev.treaty.consumer.campaigndialer;

import dev.treaty.pacts.errors.TreatyException;

/** Twilio understood the request and will not carry it out; repeating it will not help. */
public final class TwilioRefused extends TreatyException {

    static final int NOT_FOUND = 20404;
    /** The number that a message is for. */
    static final int INVALID_NUMBER = 21211;

    /** The number that is called. */
    static final int INVALID_NUMBER_CALLED = 21217;

    static final int OPTED_OUT = 21610;

    private final int code;

    TwilioRefused(int code, String reason, String where, String moreInfo) {
        super("Twilio refused a request: %s (%d).".formatted(reason, code), where, moreInfo);
        this.code = code;
    }

    /** Twilio's error code, e.g. {@code 21211}, explained at {@code https://www.twilio.com/docs/errors/<code>}. */
    public int code() {
        return code;
    }
}
