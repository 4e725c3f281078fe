package dev.treaty.pacts.compare.regex;

import java.util.List;

/** A regex that has been read. */
sealed interface RegexNode {

    /** One character. */
    record OneOf(CodePoints characters) implements RegexNode {}

    /** One after the other. */
    record Sequence(List<RegexNode> parts) implements RegexNode {}

    /** Any of them. */
    record Choice(List<RegexNode> alternatives) implements RegexNode {}

    /**
     * Several times.
     *
     * @param most {@value #UNLIMITED} if there is no limit
     */
    record Repetition(RegexNode repeated, int least, int most) implements RegexNode {
        static final int UNLIMITED = -1;
    }

    /** {@code ^} or {@code \A}: nothing, but only at the start of the text. */
    record Start() implements RegexNode {}

    /** {@code $}, {@code \z} or {@code \Z}: nothing, but only at the end of the text. */
    record End() implements RegexNode {}

    /** What follows must start with this, or must not. */
    record LookAhead(RegexNode ahead, boolean isWanted) implements RegexNode {}
}
