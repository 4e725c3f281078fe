package dev.treaty.consumer.securitydesk.events;

import dev.treaty.pacts.errors.TreatyException;

/** A message is not an event that the desk can read. */
public final class UnreadableThreatEvent extends TreatyException {

    /** @param complaint a clause that quotes no value of the message, e.g. {@code "it has no text at source"} */
    UnreadableThreatEvent(String complaint) {
        super(
                "A message cannot be read as an event: %s.".formatted(complaint),
                "the message that was delivered to the security desk",
                "verify its publisher against pacts/security-desk-threat-intelligence.json");
    }
}
