package dev.treaty.provider.environmentcloner.originals;

/**
 * The hashes that were added last, in a table of fixed size: most values that a source has many times are not written many times. It fits into a
 * processor's own cache; a larger one takes more time than it saves.
 */
final class RecentHashes {

    private static final int SIZE = 1 << 12;

    private final long[] high = new long[SIZE];
    private final long[] low = new long[SIZE];

    /** Adds a hash; whether it was not among them. */
    boolean add(ValueHash hash) {
        var index = (int) hash.low() & (SIZE - 1);
        if (high[index] == hash.high() && low[index] == hash.low()) {
            return false;
        }
        high[index] = hash.high();
        low[index] = hash.low();
        return true;
    }
}
