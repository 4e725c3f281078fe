package dev.treaty.stubs.twilio.message;

/**
 * Whom to tell of a message's status.
 *
 * @param method {@code "GET"} or {@code "POST"}
 * @param url empty if nobody wants to know
 */
record MessageCallback(String method, String url) {

    /** Nobody. */
    static final MessageCallback NONE = post("");

    /** As most of Twilio's requests are sent. */
    static MessageCallback post(String url) {
        return new MessageCallback("POST", url);
    }
}
