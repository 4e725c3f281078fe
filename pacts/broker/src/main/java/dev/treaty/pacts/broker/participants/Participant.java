package dev.treaty.pacts.broker.participants;

import dev.treaty.pacts.broker.http.HalDocument;
import java.util.Optional;

/**
 * A pacticipant: an application that consumes, provides, or both.
 *
 * @param mainBranch the branch whose contracts can fail a provider's build; empty if the broker does not know it
 */
public record Participant(String name, Optional<String> mainBranch) {

    static Participant of(HalDocument document) {
        return new Participant(document.text("name").orElse(""), document.text("mainBranch"));
    }
}
