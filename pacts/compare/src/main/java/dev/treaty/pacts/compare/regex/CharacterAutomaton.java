package dev.treaty.pacts.compare.regex;

import dev.treaty.pacts.compare.regex.CodePoints.Range;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accepts the texts of exactly one character of a set, which are two {@code char}s beyond the Basic Multilingual Plane. It is
 * deterministic, and has a single state for all first halves that allow the same second halves. A union of one automaton for each range
 * accepts the same, but a repetition of it has a state for each range, and each of them hundreds of transitions: for {@code \p{L}+}, it
 * takes 20 seconds to make that deterministic.
 */
final class CharacterAutomaton {

    private final State initial = new State();
    private final State accepted = new State();
    private final State anyLow;
    private final Map<Character, List<Range>> lowsByHigh = new HashMap<>();

    private CharacterAutomaton() {
        accepted.setAccept(true);
        anyLow = lowHalf(List.of(new Range(Character.MIN_LOW_SURROGATE, Character.MAX_LOW_SURROGATE)));
    }

    static Automaton of(CodePoints characters) {
        var ranges = characters.ranges();
        if (ranges.size() == 1 && ranges.get(0).last() < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            return Automaton.makeCharRange(
                    (char) ranges.get(0).first(), (char) ranges.get(0).last());
        }
        var built = new CharacterAutomaton();
        ranges.forEach(built::add);
        built.addHighs();
        var automaton = new Automaton();
        automaton.setInitialState(built.initial);
        automaton.setDeterministic(true);
        return automaton;
    }

    private void add(Range range) {
        if (range.first() < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            var last = Math.min(range.last(), Character.MIN_SUPPLEMENTARY_CODE_POINT - 1);
            initial.addTransition(new Transition((char) range.first(), (char) last, accepted));
        }
        if (range.last() >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            addPairs(Math.max(range.first(), Character.MIN_SUPPLEMENTARY_CODE_POINT), range.last());
        }
    }

    /** Those with the same first half as the first and the last, and those between, whose second half is any. */
    private void addPairs(int first, int last) {
        var high = Character.highSurrogate(first);
        var lastHigh = Character.highSurrogate(last);
        var low = Character.lowSurrogate(first);
        var lastLow = Character.lowSurrogate(last);
        if (high == lastHigh) {
            addLows(high, low, lastLow);
            return;
        }
        if (low > Character.MIN_LOW_SURROGATE) {
            addLows(high, low, Character.MAX_LOW_SURROGATE);
            high++;
        }
        if (lastLow < Character.MAX_LOW_SURROGATE) {
            addLows(lastHigh, Character.MIN_LOW_SURROGATE, lastLow);
            lastHigh--;
        }
        if (high <= lastHigh) {
            initial.addTransition(new Transition(high, lastHigh, anyLow));
        }
    }

    private void addLows(char high, char low, char lastLow) {
        lowsByHigh.computeIfAbsent(high, h -> new ArrayList<>()).add(new Range(low, lastLow));
    }

    private void addHighs() {
        var states = new HashMap<List<Range>, State>();
        lowsByHigh.forEach((high, lows) ->
                initial.addTransition(new Transition(high, states.computeIfAbsent(lows, this::lowHalf))));
    }

    private State lowHalf(List<Range> lows) {
        var state = new State();
        lows.forEach(low -> state.addTransition(new Transition((char) low.first(), (char) low.last(), accepted)));
        return state;
    }
}
