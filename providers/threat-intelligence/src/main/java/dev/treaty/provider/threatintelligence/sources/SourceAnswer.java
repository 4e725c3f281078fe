package dev.treaty.provider.threatintelligence.sources;

import java.time.Instant;

/** What came of asking a source. */
public sealed interface SourceAnswer {

    /** As it is written in JSON. */
    String state();

    /** The source has answered. */
    record Answered(Opinion opinion) implements SourceAnswer {
        @Override
        public String state() {
            return "answered";
        }
    }

    /** The source has not answered, or not in time. */
    record Unavailable() implements SourceAnswer {
        @Override
        public String state() {
            return "unavailable";
        }
    }

    /** The source was not asked, or refused, because its limit is used up. */
    record Limited(Instant notBefore) implements SourceAnswer {
        @Override
        public String state() {
            return "limited";
        }
    }
}
