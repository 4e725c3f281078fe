package dev.treaty.stubs.http.wiremock;

import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import org.jspecify.annotations.Nullable;

/**
 * A response, and how the journal shows it.
 *
 * @param isMatched whether an interaction or a provider's replay answered
 * @param interaction that answered; null if none did
 */
public record JournalledResponse(
        CachedResponse response,
        boolean isMatched,
        @Nullable ReplayedInteraction interaction) {

    /** An interaction answers. */
    public static JournalledResponse of(ReplayedInteraction interaction, CachedResponse response) {
        return new JournalledResponse(response, true, interaction);
    }

    /** A provider's replay answers. */
    public static JournalledResponse ofReplay(CachedResponse response) {
        return new JournalledResponse(response, true, null);
    }

    /** Nothing answers; the response says why. */
    public static JournalledResponse ofMiss(CachedResponse response) {
        return new JournalledResponse(response, false, null);
    }
}
