package dev.treaty.stubs.page.network;

import dev.treaty.stubs.page.html.Badge;

/**
 * A consumer that has contracts with a provider.
 *
 * @param interactions how many it relies on
 * @param verified how many of them the last build verified
 * @param failed how many of them failed
 */
record Connection(String consumer, String provider, int interactions, int verified, int failed) {

    /** All together. */
    Badge badge() {
        if (failed > 0) {
            return Badge.BAD;
        }
        return verified == 0 ? Badge.UNKNOWN : verified == interactions ? Badge.GOOD : Badge.CAREFUL;
    }

    /** E.g. {@code "9 of 10 verified"}. */
    String words() {
        return failed > 0
                ? "%d of %d failed".formatted(failed, interactions)
                : "%d of %d verified".formatted(verified, interactions);
    }
}
