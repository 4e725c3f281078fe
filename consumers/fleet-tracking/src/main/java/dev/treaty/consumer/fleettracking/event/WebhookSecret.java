package dev.treaty.consumer.fleettracking.event;

import java.util.Base64;

/**
 * With what Samsara signs the requests of one webhook; never shown.
 *
 * @param base64 the {@code secretKey} of the webhook, as Samsara shows it
 */
public record WebhookSecret(String base64) {

    /** Refuses what is not Base64 (RFC 4648, section 4), without showing it. */
    public WebhookSecret {
        if (base64.isEmpty() || !isBase64(base64)) {
            throw new IllegalArgumentException(
                    "The secret key of a webhook is Base64, but this one (not shown) is not");
        }
    }

    byte[] key() {
        return Base64.getDecoder().decode(base64);
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[not shown]";
    }
}
