package dev.treaty.pacts.compare.text;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A non-deterministic finite automaton that never changes, so that all threads can use it. */
public final class StateMachine {

    private final int start;
    private final BitSet accepting = new BitSet();
    private final List<Edge[]> edges;

    private StateMachine(int start, List<Edge[]> edges) {
        this.start = start;
        this.edges = edges;
    }

    /** Copies an automaton, without the states from which no text is accepted. */
    public static StateMachine of(Automaton automaton) {
        automaton.removeDeadTransitions();
        var states = automaton.getStates().stream().toList();
        var numbers = new HashMap<State, Integer>();
        states.forEach(state -> numbers.put(state, numbers.size()));
        var machine = new StateMachine(
                number(numbers, automaton.getInitialState()),
                states.stream().map(state -> edges(state, numbers)).toList());
        states.stream().filter(State::isAccept).forEach(state -> machine.accepting.set(number(numbers, state)));
        return machine;
    }

    private static int number(Map<State, Integer> numbers, State state) {
        return numbers.getOrDefault(state, -1);
    }

    private static Edge[] edges(State state, Map<State, Integer> numbers) {
        return state.getTransitions().stream()
                .map(transition ->
                        new Edge(transition.getMin(), transition.getMax(), number(numbers, transition.getDest())))
                .toArray(Edge[]::new);
    }

    boolean accepts(String text) {
        var current = initial();
        for (var i = 0; i < text.length() && !current.isEmpty(); i++) {
            current = step(current, text.charAt(i));
        }
        return isAccepting(current);
    }

    BitSet initial() {
        var initial = new BitSet();
        initial.set(start);
        return initial;
    }

    boolean isAccepting(BitSet states) {
        return states.intersects(accepting);
    }

    BitSet step(BitSet states, char c) {
        var next = new BitSet();
        for (var state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
            for (var edge : edges.get(state)) {
                if (edge.first() <= c && c <= edge.last()) {
                    next.set(edge.target());
                }
            }
        }
        return next;
    }

    /** Collects the characters from which on the next states may differ from those of the character before. */
    void addBoundaries(BitSet states, Set<Integer> boundaries) {
        for (var state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
            for (var edge : edges.get(state)) {
                boundaries.add((int) edge.first());
                boundaries.add(edge.last() + 1);
            }
        }
    }

    private record Edge(char first, char last, int target) {}
}
