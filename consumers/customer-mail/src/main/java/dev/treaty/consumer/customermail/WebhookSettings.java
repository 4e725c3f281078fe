package dev.treaty.consumer.customermail;

import com.sendgrid.Method;
import java.util.Map;

/**
 * The settings of event webhooks.
 *
 * <p>Every method throws {@link ApiKeyRefused}, {@link NotPermitted}, {@link RequestRefused}, {@link TooManyRequests} or
 * {@link SendGridUnavailable}.
 */
public final class WebhookSettings {

    private static final String SIGNED = "user/webhooks/event/settings/signed/";

    private final SendGridConnection sendGrid;

    /** The webhooks of the connection's account. */
    public WebhookSettings(SendGridConnection sendGrid) {
        this.sendGrid = sendGrid;
    }

    /**
     * The public key of the signatures of a webhook.
     *
     * @param webhook its id
     * @return X.509, base64; for {@link dev.treaty.consumer.customermail.events.WebhookKey#of}
     */
    public String publicKey(String webhook) {
        var reply = sendGrid.execute(Method.GET, SIGNED + webhook, Map.of(), "");
        return reply.text(reply.object(), "public_key");
    }
}
