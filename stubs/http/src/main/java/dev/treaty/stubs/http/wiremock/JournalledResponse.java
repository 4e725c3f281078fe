package dev.treaty.stubs.http.wiremock;

import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.page.source.Outcome;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response, and how the journal shows it.
 *
 * @param outcome what the page calls it
 * @param interaction that answered; null if none did
 */
public record JournalledResponse(
        CachedResponse response, Outcome outcome, @Nullable ReplayedInteraction interaction) {

    /** An interaction answers. */
    public static JournalledResponse of(ReplayedInteraction interaction, CachedResponse response) {
        return new JournalledResponse(response, Outcome.MATCH, interaction);
    }

    /** A provider's replay answers. */
    public static JournalledResponse ofReplay(CachedResponse response) {
        return new JournalledResponse(response, Outcome.REPLAY, null);
    }

    /** Nothing answers; the response says why. */
    public static JournalledResponse ofMiss(CachedResponse response) {
        return new JournalledResponse(response, Outcome.MISS, null);
    }

    /** The server refuses the request; the response says why. */
    static JournalledResponse ofRefusal(CachedResponse response) {
        return new JournalledResponse(response, Outcome.REFUSED, null);
    }

    /** A fault with a status answers. */
    public static JournalledResponse ofFault(CachedResponse response) {
        return new JournalledResponse(response, Outcome.FAULT, null);
    }

    /** A fault of the connection takes the place of a response. */
    public static JournalledResponse ofConnectionFault() {
        return ofFault(CachedResponse.of(StubResponse.of(SeenRequest.NO_STATUS, Map.of(), new byte[0])));
    }

    /** Whether something was there to answer, a fault or a refusal included: what is not matched is a miss to WireMock's admin API. */
    boolean isMatched() {
        return outcome != Outcome.MISS;
    }
}
