package dev.treaty.pacts.errors;

/** How many of something there are, as English says it: {@code "1 file"}, {@code "2 files"}, {@code "0 files"}. */
public final class Quantity {

    private Quantity() {}

    /**
     * A number with its noun.
     *
     * @param singular a noun whose plural ends in s, e.g. {@code "broken file"}
     */
    public static String of(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }
}
