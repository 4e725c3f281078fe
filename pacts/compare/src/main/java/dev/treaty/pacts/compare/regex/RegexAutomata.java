package dev.treaty.pacts.compare.regex;

import dev.treaty.pacts.compare.regex.RegexNode.Choice;
import dev.treaty.pacts.compare.regex.RegexNode.End;
import dev.treaty.pacts.compare.regex.RegexNode.LookAhead;
import dev.treaty.pacts.compare.regex.RegexNode.OneOf;
import dev.treaty.pacts.compare.regex.RegexNode.Repetition;
import dev.treaty.pacts.compare.regex.RegexNode.Sequence;
import dev.treaty.pacts.compare.regex.RegexNode.Start;
import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the automaton of a regex that must match a whole text. */
final class RegexAutomata {

    /** States; larger ones take seconds to build. */
    private static final long LARGEST = 20_000;

    /** States of what is looked ahead for: an automaton for what does not match can have exponentially many. */
    private static final int LARGEST_AHEAD = 200;

    private RegexAutomata() {}

    /** @throws UnsupportedRegex if there is no automaton that accepts the same texts, or only a large one */
    static Automaton of(RegexNode node) {
        if (size(node) > LARGEST) {
            throw new UnsupportedRegex("its size");
        }
        return build(node, true, true);
    }

    private static long size(RegexNode node) {
        if (node instanceof Sequence sequence) {
            return sum(sequence.parts());
        } else if (node instanceof Choice choice) {
            return sum(choice.alternatives());
        } else if (node instanceof LookAhead look) {
            return size(look.ahead());
        } else if (node instanceof Repetition repetition) {
            return size(repetition.repeated()) * Math.max(1, Math.max(repetition.least(), repetition.most()));
        }
        return 1;
    }

    private static long sum(List<RegexNode> nodes) {
        return nodes.stream().mapToLong(RegexAutomata::size).sum() + 1;
    }

    /**
     * @param isAtStart whether nothing of the text can precede it
     * @param isAtEnd whether nothing of the text can follow it
     */
    private static Automaton build(RegexNode node, boolean isAtStart, boolean isAtEnd) {
        if (node instanceof OneOf one) {
            return CharacterAutomaton.of(one.characters());
        } else if (node instanceof Choice choice) {
            return Automaton.union(choice.alternatives().stream()
                    .map(alternative -> build(alternative, isAtStart, isAtEnd))
                    .toList());
        } else if (node instanceof Repetition repetition) {
            return repetition(repetition, isAtStart, isAtEnd);
        } else if (node instanceof Sequence sequence) {
            return sequence(sequence.parts(), isAtStart, isAtEnd);
        } else if (node instanceof LookAhead) {
            return sequence(List.of(node), isAtStart, isAtEnd);
        }
        return anchor(node, isAtStart, isAtEnd);
    }

    /** Elsewhere, an anchor may still match, beside something that is empty; no need to find that out. */
    private static Automaton anchor(RegexNode node, boolean isAtStart, boolean isAtEnd) {
        if (node instanceof Start ? !isAtStart : !isAtEnd) {
            throw new UnsupportedRegex("an anchor inside");
        }
        return Automaton.makeEmptyString();
    }

    private static Automaton repetition(Repetition repetition, boolean isAtStart, boolean isAtEnd) {
        var isOnce = repetition.most() == 1;
        var repeated = build(repetition.repeated(), isOnce && isAtStart, isOnce && isAtEnd);
        return repetition.most() == Repetition.UNLIMITED
                ? repeated.repeat(repetition.least())
                : repeated.repeat(repetition.least(), repetition.most());
    }

    private static Automaton sequence(List<RegexNode> parts, boolean isAtStart, boolean isAtEnd) {
        var built = new ArrayList<Automaton>();
        var isStart = isAtStart;
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part instanceof LookAhead look) {
                built.add(lookAhead(look, parts.subList(i + 1, parts.size()), isStart, isAtEnd));
                break;
            }
            built.add(build(part, isStart, isAtEnd && isEmpty(parts.subList(i + 1, parts.size()))));
            isStart &= isEmpty(List.of(part));
        }
        return built.isEmpty() ? Automaton.makeEmptyString() : Automaton.concatenate(built);
    }

    private static boolean isEmpty(List<RegexNode> parts) {
        return parts.stream()
                .allMatch(part -> part instanceof Start
                        || part instanceof End
                        || (part instanceof Sequence sequence && isEmpty(sequence.parts())));
    }

    /** The rest of the whole text is known only if the rest of the regex is: at its end. */
    private static Automaton lookAhead(LookAhead look, List<RegexNode> rest, boolean isAtStart, boolean isAtEnd) {
        if (!isAtEnd) {
            throw new UnsupportedRegex("a look ahead inside");
        }
        var following = sequence(rest, isAtStart, true);
        var ahead = ahead(look.ahead());
        return look.isWanted() ? following.intersection(ahead) : following.minus(ahead);
    }

    /** Texts that start with it. What looks for the end of the text would match before a final line break, too. */
    private static Automaton ahead(RegexNode node) {
        var ahead = build(node, false, false).concatenate(Automaton.makeAnyString());
        if (ahead.getNumberOfStates() > LARGEST_AHEAD) {
            throw new UnsupportedRegex("a large look ahead");
        }
        return ahead;
    }

    /** Empty if the automaton does not accept exactly the same texts. */
    static Optional<Automaton> tryBuild(String regex, int flags) {
        try {
            return Optional.of(of(RegexParser.parse(regex, flags)));
        } catch (UnsupportedRegex | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
