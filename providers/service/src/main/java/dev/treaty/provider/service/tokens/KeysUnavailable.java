package dev.treaty.provider.service.tokens;

/** No token can be verified now, because auth-service's keys are unknown and it does not respond. */
public final class KeysUnavailable extends Exception {

    /** Without a stack: it is expected, and thrown for every request of an outage. */
    public KeysUnavailable() {
        super("the keys of auth-service are unknown", null, false, false);
    }
}
