package dev.treaty.pacts.compare.text;

import dev.treaty.pacts.compare.regex.JavaRegex;
import dev.treaty.pacts.compare.text.TextSet.Every;
import dev.treaty.pacts.compare.text.TextSet.Language;
import dev.treaty.pacts.compare.text.TextSet.Some;
import dev.treaty.pacts.compare.text.TextSet.Tested;
import dk.brics.automaton.Automaton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The sets of texts that matching rules speak of. */
public final class TextSets {

    private static final Map<String, TextSet> REGEXES = new ConcurrentHashMap<>();

    /** All texts. */
    public static final TextSet EVERY = new Every(List.of());

    /** No text. */
    public static final TextSet NONE = new Some(List.of());

    /** Texts that are well-formed Unicode. */
    public static final TextSet WELL_FORMED = regex("[\\s\\S]*", 0);

    private TextSets() {}

    /** The texts that are in both sets. */
    public static TextSet both(TextSet one, TextSet other) {
        return one.equals(other) || other.equals(EVERY)
                ? one
                : one.equals(EVERY) ? other : new Every(List.of(one, other));
    }

    /**
     * The texts that a regex matches as a whole.
     *
     * @param flags of {@link Pattern}
     * @throws java.util.regex.PatternSyntaxException if it is not a regex
     */
    public static TextSet matching(String regex, int flags) {
        return REGEXES.computeIfAbsent(flags + " " + regex, key -> regex(regex, flags));
    }

    /** Like {@link #matching(String, int)}, without flags. */
    public static TextSet matching(String regex) {
        return matching(regex, 0);
    }

    private static TextSet regex(String regex, int flags) {
        var name = "/" + regex + "/" + (flags == 0 ? "" : flags);
        var pattern = Pattern.compile(regex, flags);
        return JavaRegex.automaton(regex, flags)
                .<TextSet>map(automaton -> new Language(name, StateMachine.of(automaton)))
                .orElseGet(() -> new Tested(name, text -> pattern.matcher(text).matches()));
    }

    /** The automaton of a regex that has one. */
    public static Optional<StateMachine> machine(String regex) {
        return matching(regex) instanceof Language language ? Optional.of(language.machine()) : Optional.empty();
    }

    /** The automaton of some texts. */
    public static StateMachine machineOf(Collection<String> texts) {
        return StateMachine.of(
                Automaton.union(texts.stream().map(Automaton::makeString).toList()));
    }

    /** One text. */
    public static TextSet only(String text) {
        return new Language("'" + text + "'", StateMachine.of(Automaton.makeString(text)));
    }

    /** Some texts; none if there are none. */
    public static TextSet oneOf(Collection<String> texts) {
        if (texts.isEmpty()) {
            return NONE;
        }
        Set<String> sorted = new TreeSet<>(texts);
        return new Language("one of " + sorted, machineOf(sorted));
    }

    /** The texts that contain another. */
    public static TextSet containing(String part) {
        var any = Automaton.makeAnyString();
        return new Language(
                "contains '" + part + "'",
                StateMachine.of(any.concatenate(Automaton.makeString(part)).concatenate(any)));
    }
}
