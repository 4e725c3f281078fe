package dev.treaty.consumer.campaigndialer;

/**
 * Who pays, and how Twilio knows that it is really them.
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
