package dev.treaty.pacts.broker.participants;

import dev.treaty.pacts.broker.http.HalDocument;

/** That one pacticipant consumes another: some version of it once published a contract with it. */
public record Integration(String consumer, String provider) {

    static Integration of(HalDocument document) {
        return new Integration(
                document.text("consumer", "name").orElse(""),
                document.text("provider", "name").orElse(""));
    }
}
