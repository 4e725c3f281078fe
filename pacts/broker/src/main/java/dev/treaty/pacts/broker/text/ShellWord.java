package dev.treaty.pacts.broker.text;

/** A value in a command that people copy; names at a broker may be any text. */
public final class ShellWord {

    private ShellWord() {}

    /** The value as a shell takes it for one word. */
    public static String of(String value) {
        return value.matches("[\\w./:@%+,=~-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
