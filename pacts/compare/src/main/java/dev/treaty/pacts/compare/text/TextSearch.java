package dev.treaty.pacts.compare.text;

import dev.treaty.pacts.compare.text.TextSet.Every;
import dev.treaty.pacts.compare.text.TextSet.Language;
import dev.treaty.pacts.compare.text.TextSet.Some;
import dev.treaty.pacts.compare.text.TextSet.Tested;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Walks through the automata of two sets side by side, from short texts to long ones, until a text is in the one and not in the other. No automaton
 * is made deterministic as a whole, which can take exponential time; a search that gets too large is given up instead.
 */
final class TextSearch {

    /** Combinations of states; takes a few hundred milliseconds. */
    private static final int MOST_VISITED = 30_000;

    /** Sets of which only a test is known; for each combination of their answers, the formula is evaluated. */
    private static final int MOST_TESTED = 6;

    private final TextSet wanted;
    private final TextSet unwanted;
    private final Map<Language, Integer> languages = new LinkedHashMap<>();
    private final Map<Tested, Bounds> tested = new LinkedHashMap<>();
    private final List<StateMachine> machines = new ArrayList<>();
    private final Set<List<BitSet>> visited = new HashSet<>();
    private final Queue<Step> open = new ArrayDeque<>();
    private boolean isComplete = true;

    TextSearch(TextSet wanted, TextSet unwanted) {
        this.wanted = wanted;
        this.unwanted = unwanted;
        register(wanted);
        register(unwanted);
    }

    private void register(TextSet set) {
        if (set instanceof Language language) {
            languages.computeIfAbsent(language, key -> add(language.machine()));
        } else if (set instanceof Tested test && !tested.containsKey(test)) {
            tested.put(
                    test,
                    new Bounds(
                            tested.size(),
                            test.least().map(this::add),
                            test.most().map(this::add)));
        } else if (set instanceof Every every) {
            every.sets().forEach(this::register);
        } else if (set instanceof Some some) {
            some.sets().forEach(this::register);
        }
    }

    private int add(StateMachine machine) {
        machines.add(machine);
        return machines.size() - 1;
    }

    /** The first text that is found; if there is none, {@link #isComplete()} says whether none exists. */
    Optional<String> run() {
        visit(new Step("", machines.stream().map(StateMachine::initial).toList()));
        while (!open.isEmpty()) {
            var step = open.remove();
            if (isFound(step)) {
                return Optional.of(step.text());
            }
            if (visited.size() > MOST_VISITED) {
                isComplete = false;
                return Optional.empty();
            }
            continueFrom(step);
        }
        return Optional.empty();
    }

    boolean isComplete() {
        return isComplete;
    }

    private void visit(Step step) {
        if (mayContain(wanted, step) && visited.add(step.states())) {
            open.add(step);
        }
    }

    private void continueFrom(Step step) {
        Set<Integer> boundaries = new HashSet<>(Set.of(0));
        for (var i = 0; i < machines.size(); i++) {
            machines.get(i).addBoundaries(step.states().get(i), boundaries);
        }
        var sorted = boundaries.stream().mapToInt(Integer::intValue).sorted().toArray();
        for (var c : Representatives.of(sorted)) {
            visit(new Step(step.text() + c, next(step.states(), c)));
        }
    }

    private List<BitSet> next(List<BitSet> states, char c) {
        var next = new ArrayList<BitSet>(states.size());
        for (var i = 0; i < states.size(); i++) {
            next.add(machines.get(i).step(states.get(i), c));
        }
        return next;
    }

    // --- what is known about a text ---

    /** A test answers for one text only; what it answers for the others with the same states is not known. */
    private boolean isFound(Step step) {
        if (tested.size() > MOST_TESTED) {
            isComplete = false;
            return wanted.contains(step.text()) && !unwanted.contains(step.text());
        }
        var isPossible = false;
        var isCertain = true;
        for (var answers = 0; answers < 1 << tested.size(); answers++) {
            if (isConsistent(answers, step)) {
                var isDifferent = contains(wanted, step, answers) && !contains(unwanted, step, answers);
                isPossible |= isDifferent;
                isCertain &= isDifferent;
            }
        }
        if (!isPossible || isCertain) {
            return isPossible;
        }
        isComplete = false;
        return wanted.contains(step.text()) && !unwanted.contains(step.text());
    }

    private boolean isConsistent(int answers, Step step) {
        return tested.values().stream()
                .allMatch(test -> test.isIn(answers)
                        ? test.most().map(most -> isAccepting(most, step)).orElse(true)
                        : !test.least().map(least -> isAccepting(least, step)).orElse(false));
    }

    private boolean isAccepting(int machine, Step step) {
        return machines.get(machine).isAccepting(step.states().get(machine));
    }

    private boolean contains(TextSet set, Step step, int answers) {
        if (set instanceof Language language) {
            return isAccepting(known(languages, language), step);
        } else if (set instanceof Tested test) {
            return known(tested, test).isIn(answers);
        } else if (set instanceof Every every) {
            return every.sets().stream().allMatch(each -> contains(each, step, answers));
        }
        return ((Some) set).sets().stream().anyMatch(each -> contains(each, step, answers));
    }

    /** Whether this text or a longer one can be in a set. */
    private boolean mayContain(TextSet set, Step step) {
        if (set instanceof Language language) {
            return !step.states().get(known(languages, language)).isEmpty();
        } else if (set instanceof Tested test) {
            return known(tested, test)
                    .most()
                    .map(most -> !step.states().get(most).isEmpty())
                    .orElse(true);
        } else if (set instanceof Every every) {
            return every.sets().stream().allMatch(each -> mayContain(each, step));
        }
        return ((Some) set).sets().stream().anyMatch(each -> mayContain(each, step));
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    /**
     * The automata of a tested set.
     *
     * @param number the bit that holds its answer
     */
    private record Bounds(int number, Optional<Integer> least, Optional<Integer> most) {
        boolean isIn(int answers) {
            return (answers & 1 << number) != 0;
        }
    }

    private record Step(String text, List<BitSet> states) {}
}
