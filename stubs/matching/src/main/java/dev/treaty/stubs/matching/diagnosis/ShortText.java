package dev.treaty.stubs.matching.diagnosis;

/** Text that fits into a column, on one line. */
final class ShortText {

    private ShortText() {}

    /** Without its end, if it is too long. */
    static String end(String text, int width) {
        var line = onOneLine(text, width);
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    /** Without its middle, if it is too long: names that are long differ at their end, and say at their start what they belong to. */
    static String middle(String text, int width) {
        var line = onOneLine(text, Integer.MAX_VALUE);
        if (line.length() <= width) {
            return line;
        }
        var start = (width - 1) / 3;
        return line.substring(0, start) + "…" + line.substring(line.length() - (width - 1 - start));
    }

    private static String onOneLine(String text, int width) {
        var start = text.length() / 4 > width ? text.substring(0, 4 * width) : text;
        return start.replaceAll("\\s*\\R\\s*", " ");
    }
}
