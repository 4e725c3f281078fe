package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.TreatyException;

/** The API key may not do this, or the sender is not verified (403); repeating the request will not help. */
public final class NotPermitted extends TreatyException {

    NotPermitted(String reason, String where) {
        super(
                "SendGrid does not permit a request: %s.".formatted(reason),
                where,
                "verify the sender at https://app.sendgrid.com/settings/sender_auth, or give the API key this permission");
    }
}
