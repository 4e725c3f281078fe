package dev.treaty.consumer.campaigndialer;

/**
 * The account that pays, and the token that authenticates it.
 *
 * @param sid {@code AC} and 32 hexadecimal digits; not secret
 * @param authToken secret: never part of {@link #toString()} nor of any error
 */
public record TwilioAccount(String sid, String authToken) {

    @Override
    public String toString() {
        return "TwilioAccount[sid=" + sid + ", authToken=(hidden)]";
    }
}
