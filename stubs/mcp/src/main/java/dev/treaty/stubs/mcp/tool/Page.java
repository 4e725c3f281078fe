package dev.treaty.stubs.mcp.tool;

import dev.treaty.pacts.errors.Quantity;
import java.util.List;

/** A part of a long list, so that an answer stays short. */
public final class Page {

    /** How many entries a page has. */
    public static final int LENGTH = 40;

    private Page() {}

    /**
     * The entries of one page, one after the other, and a last line that says which they are and how many are left.
     *
     * @param entries of one line or more, each with its line break
     * @param number from 1
     * @param singular what an entry is, e.g. {@code "interaction"}
     */
    public static String of(List<String> entries, int number, String singular) {
        var shown = entries.stream().skip((number - 1L) * LENGTH).limit(LENGTH).toList();
        return part(shown, entries.size(), number, singular, LENGTH);
    }

    /**
     * The same, if the entries of other pages need not be written.
     *
     * @param shown the entries of this page
     * @param all how many entries all pages have
     * @param length how many a page has
     */
    public static String part(List<String> shown, int all, int number, String singular, int length) {
        var quantity = Quantity.of(all, singular);
        if (shown.isEmpty()) {
            return all == 0
                    ? "There is no " + singular + ".\n"
                    : "There is no page %d: %s, %d on a page.\n".formatted(number, quantity, length);
        }
        var to = (number - 1L) * length + shown.size();
        var end = to < all
                ? "; %d more from page %d on.\n".formatted(all - to, number + 1)
                : number == 1 ? ".\n" : ", the last page.\n";
        var which = number == 1 && to == all
                ? quantity
                : "%d to %d of %s".formatted((number - 1L) * length + 1, to, quantity);
        return String.join("", shown) + "\n" + which + end;
    }
}
