package dev.treaty.stubs.page.network;

import dev.treaty.pacts.html.Badge;

/**
 * A consumer that has contracts with a provider.
 *
 * @param interactions how many it relies on
 * @param verified how many of them the last build verified
 * @param failed how many of them failed
 * @param otherwise how many of them were skipped, or answered by a simulation
 */
record Connection(String consumer, String provider, int interactions, int verified, int failed, int otherwise) {

    /** All together. */
    Badge badge() {
        if (failed > 0) {
            return Badge.BAD;
        }
        if (verified == interactions) {
            return Badge.GOOD;
        }
        return verified + otherwise == 0 ? Badge.UNKNOWN : Badge.CAREFUL;
    }

    /** E.g. {@code "9 of 10 verified"}. */
    String words() {
        if (failed > 0) {
            return "%d of %d failed".formatted(failed, interactions);
        }
        return verified == 0 && otherwise > 0
                ? "%d of %d simulated or skipped".formatted(otherwise, interactions)
                : "%d of %d verified".formatted(verified, interactions);
    }
}
