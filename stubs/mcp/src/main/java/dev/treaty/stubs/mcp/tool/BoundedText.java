package dev.treaty.stubs.mcp.tool;

/** Texts that are as long as somebody else decided. */
public final class BoundedText {

    private BoundedText() {}

    /** The beginning of a text, and how much is left of it. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return "%s… (%d more characters)".formatted(text.substring(0, end), text.length() - end);
    }
}
