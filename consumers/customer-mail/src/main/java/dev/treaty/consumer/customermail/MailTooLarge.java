package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.TreatyException;

/** The mail with its attachments is larger than SendGrid accepts (413). */
public final class MailTooLarge extends TreatyException {

    MailTooLarge(String where) {
        super("A mail is larger than SendGrid accepts.", where, "link to a large document instead of attaching it");
    }
}
