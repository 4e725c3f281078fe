package dev.treaty.provider.environmentcloner.databases;

/** Names as SQL has them, whatever characters they contain. */
public final class QuotedName {

    private QuotedName() {}

    /** E.g. {@code "guest name"}. */
    public static String of(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
