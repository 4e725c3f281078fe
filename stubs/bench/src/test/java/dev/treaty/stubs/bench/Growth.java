package dev.treaty.stubs.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that grew, from the end of the first quarter to the end of the last, more than chance explains.
 *
 * @param what e.g. {@code "threads"}
 */
record Growth(String what, String before, String after, String allowed) {

    private static final double SHARE = 1.1;

    /** In bytes: up to a tenth more, or so many bytes more if that is more. */
    static Optional<Growth> ofBytes(String what, long before, long after, long slack) {
        var allowed = Math.max(Math.round(before * SHARE), before + slack);
        return after <= allowed
                ? Optional.empty()
                : Optional.of(new Growth(what, mebibytes(before), mebibytes(after), mebibytes(allowed)));
    }

    /** In pieces: up to so many more. */
    static Optional<Growth> ofCount(String what, int before, int after, int slack) {
        var allowed = before + slack;
        return after <= allowed
                ? Optional.empty()
                : Optional.of(new Growth(what, Figure.count(before), Figure.count(after), Figure.count(allowed)));
    }

    /** E.g. {@code "41.2 MiB"}. */
    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / (double) (1 << 20));
    }

    @Override
    public String toString() {
        return "%s: %s after the first quarter, %s at the end, at most %s allowed"
                .formatted(what, before, after, allowed);
    }
}
