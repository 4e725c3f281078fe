package dev.treaty.pacts.compare.regex;

import dk.brics.automaton.Automaton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns a regex into an automaton that accepts exactly the texts which the regex matches as a whole. */
public final class JavaRegex {

    private JavaRegex() {}

    /**
     * The automaton; empty for what has none or only a huge one (references back, word boundaries, possessive quantifiers, anchors and look
     * arounds in the middle, most flags). It accepts well-formed Unicode only.
     *
     * @param flags of {@link Pattern}
     * @throws java.util.regex.PatternSyntaxException if it is not a regex
     */
    public static Optional<Automaton> automaton(String regex, int flags) {
        var pattern = Pattern.compile(regex, flags);
        return RegexAutomata.tryBuild(regex, flags).filter(automaton -> agrees(automaton, pattern));
    }

    /** A last look at the shortest text, should the regex have been misread. */
    private static boolean agrees(Automaton automaton, Pattern pattern) {
        var example = automaton.getShortestExample(true);
        return example == null || pattern.matcher(example).matches();
    }
}
