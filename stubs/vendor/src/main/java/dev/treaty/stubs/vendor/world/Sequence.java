package dev.treaty.stubs.vendor.world;

/** Numbers that a world uses once, in ascending order. They are stored when the unit of work is over, not each time. */
final class Sequence {

    private static final long UNREAD = -1;

    private final Numbers numbers;
    private long stored = UNREAD;
    private long last = UNREAD;

    Sequence(Numbers numbers) {
        this.numbers = numbers;
    }

    long next() {
        if (last == UNREAD) {
            stored = numbers.get(Keys.SEQUENCE);
            last = stored;
        }
        return ++last;
    }

    /** Forgets what this unit of work has used. */
    void discard() {
        last = UNREAD;
        stored = UNREAD;
    }

    void store() {
        if (last != stored) {
            numbers.put(Keys.SEQUENCE, last);
            stored = last;
        }
    }
}
