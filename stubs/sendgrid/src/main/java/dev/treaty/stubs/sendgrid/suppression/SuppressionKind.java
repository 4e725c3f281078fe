package dev.treaty.stubs.sendgrid.suppression;

import dev.treaty.stubs.vendor.world.ObjectKind;
import java.util.List;
import java.util.Optional;

/** A list of addresses that SendGrid keeps by itself. */
public enum SuppressionKind {
    /** The address does not exist. */
    BOUNCE("bounces", "Bounced Address", "bypass_bounce_management"),
    /** The server refused one mail; the next one is tried. */
    BLOCK("blocks", "", ""),
    /** The address cannot exist. */
    INVALID_EMAIL("invalid_emails", "Invalid", "bypass_bounce_management"),
    /** The recipient has called a mail spam. */
    SPAM_REPORT("spam_reports", "Spam Reporting Address", "bypass_spam_management"),
    /** The recipient wants no mail at all. */
    UNSUBSCRIBE("unsubscribes", "Unsubscribed Address", "bypass_unsubscribe_management");

    private final String path;
    private final String dropReason;
    private final String bypass;

    SuppressionKind(String path, String dropReason, String bypass) {
        this.path = path;
        this.dropReason = dropReason;
        this.bypass = bypass;
    }

    /** E.g. {@code "bounces"}. */
    String path() {
        return path;
    }

    /** Why a mail to an address of this list is dropped; empty if it is not. */
    Optional<String> dropReason() {
        return dropReason.isEmpty() ? Optional.empty() : Optional.of(dropReason);
    }

    /** The mail setting with which the list does not count. */
    String bypass() {
        return bypass;
    }

    /** The addresses are found by {@code key}, their text in lower case. */
    ObjectKind objects() {
        return new ObjectKind(path, "key", List.of(), ObjectKind.DEFAULT_LIMIT);
    }
}
