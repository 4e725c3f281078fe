package dev.treaty.stubs.matching.pact;

import java.util.regex.Pattern;

/**
 * A text that a regex can be applied to without the risk that it never ends: {@link java.util.regex.Matcher} reads a character in every
 * step, and this text refuses to be read after so many steps, or when the thread is interrupted.
 */
final class BoundedText implements CharSequence {

    /** Characters that are read between two looks at whether the thread is interrupted. */
    private static final int STRIDE = 1 << 14;

    private final String text;
    private final Steps steps;
    private int untilCheck;

    private BoundedText(String text, Steps steps) {
        this.text = text;
        this.steps = steps;
    }

    /**
     * Has a regex match a text, for the time that it takes. The result is not given away, because pact-jvm decides.
     *
     * @throws Unfinished if it takes more steps, or the thread is interrupted
     */
    static void match(Pattern regex, String text, Steps steps) {
        var bounded = new BoundedText(text, steps);
        try {
            regex.matcher(bounded).matches();
        } catch (StackOverflowError e) {
            return; // that ends it, too, and it will do so again when pact-jvm applies the regex
        } finally {
            steps.left += Math.max(0, bounded.untilCheck);
        }
    }

    @Override
    public char charAt(int index) {
        if (--untilCheck < 0) {
            check();
        }
        return text.charAt(index);
    }

    private void check() {
        if (steps.left <= 0 || Thread.currentThread().isInterrupted()) {
            throw new Unfinished();
        }
        untilCheck = (int) Math.min(STRIDE, steps.left);
        steps.left -= untilCheck;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** How many characters may be read, of one text or of several. */
    static final class Steps {

        private long left;

        Steps(long left) {
            this.left = left;
        }
    }

    /** The regex was not done after the steps that it may take. */
    static final class Unfinished extends RuntimeException {

        Unfinished() {
            super("A regex takes too many steps", null, false, false);
        }
    }
}
