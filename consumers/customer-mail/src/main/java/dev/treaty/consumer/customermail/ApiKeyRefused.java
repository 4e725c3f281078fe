package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.TreatyException;

/** SendGrid does not accept the API key (401): nothing will work until it is replaced. */
public final class ApiKeyRefused extends TreatyException {

    ApiKeyRefused(String reason, String where) {
        super(
                "SendGrid does not accept the API key: %s.".formatted(reason),
                where,
                "create a key at https://app.sendgrid.com/settings/api_keys, and configure it");
    }
}
