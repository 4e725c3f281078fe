package dev.treaty.pacts.compare.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A set of texts. */
public sealed interface TextSet {

    /** Whether a text is in it. */
    boolean contains(String text);

    /**
     * The texts that an automaton accepts.
     *
     * @param name two sets with the same name are the same
     */
    record Language(String name, StateMachine machine) implements TextSet {
        @Override
        public boolean contains(String text) {
            return machine.accepts(text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Language language && language.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Texts that no automaton can tell from others, such as the dates that Java reads: only a test can.
     *
     * @param name two sets with the same name are the same
     * @param least texts that are certainly in the set; empty if none is known
     * @param most texts beyond which there is certainly none in the set; empty if nothing is known
     * @param test says of every text whether it is in the set
     */
    record Tested(String name, Optional<StateMachine> least, Optional<StateMachine> most, Predicate<String> test)
            implements TextSet {

        /** A set of which only the test is known. */
        public Tested(String name, Predicate<String> test) {
            this(name, Optional.empty(), Optional.empty(), test);
        }

        /** A set of which only the test and an upper bound are known. */
        public Tested(String name, Optional<StateMachine> most, Predicate<String> test) {
            this(name, Optional.empty(), most, test);
        }

        @Override
        public boolean contains(String text) {
            return test.test(text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tested tested && tested.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The texts that are in every one of several sets. */
    record Every(List<TextSet> sets) implements TextSet {

        /** Copies the list. */
        public Every {
            sets = List.copyOf(sets);
        }

        @Override
        public boolean contains(String text) {
            return sets.stream().allMatch(set -> set.contains(text));
        }
    }

    /** The texts that are in at least one of several sets. */
    record Some(List<TextSet> sets) implements TextSet {

        /** Copies the list. */
        public Some {
            sets = List.copyOf(sets);
        }

        @Override
        public boolean contains(String text) {
            return sets.stream().anyMatch(set -> set.contains(text));
        }
    }
}
