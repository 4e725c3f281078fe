package dev.treaty.stubs.page.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Participants in columns, so that calls go from left to right: whoever nobody calls is in the first. Calls in a circle go back somewhere;
 * where is decided by the alphabet.
 */
final class Layers {

    /** Sweeps that put callers beside those they call; more of them change little. */
    private static final int SWEEPS = 4;

    private final SortedMap<String, Participant> participants = new TreeMap<>();

    private Layers(Network network) {
        for (var connection : network.connections()) {
            var consumer = participant(connection.consumer());
            var provider = participant(connection.provider());
            if (!connection.consumer().equals(connection.provider())) {
                consumer.providers.add(provider);
                provider.consumers.add(consumer);
                provider.missing++;
            }
        }
    }

    private Participant participant(String name) {
        return participants.computeIfAbsent(name, Participant::new);
    }

    /** The columns, each from top to bottom. */
    static List<List<String>> of(Network network) {
        var layers = new Layers(network);
        layers.assign();
        return layers.columns().stream()
                .map(column ->
                        column.stream().map(participant -> participant.name).toList())
                .toList();
    }

    /** The longest way from a first participant; whoever is only in circles starts one when nobody else is left. */
    private void assign() {
        var ready = new ArrayDeque<Participant>();
        participants.values().stream()
                .filter(participant -> participant.missing == 0)
                .forEach(ready::add);
        for (var next : participants.values()) {
            drain(ready);
            ready.add(next);
        }
        drain(ready);
    }

    private static void drain(Deque<Participant> ready) {
        while (!ready.isEmpty()) {
            var next = ready.remove();
            if (next.layer < 0) {
                next.place();
                next.providers.stream()
                        .filter(provider -> --provider.missing == 0)
                        .forEach(ready::add);
            }
        }
    }

    private List<List<Participant>> columns() {
        var byLayer = new TreeMap<Integer, List<Participant>>();
        participants
                .values()
                .forEach(participant -> byLayer.computeIfAbsent(participant.layer, layer -> new ArrayList<>())
                        .add(participant));
        var columns = List.copyOf(byLayer.values());
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            var isForward = sweep % 2 == 0;
            columns.forEach(Layers::measure);
            participants
                    .values()
                    .forEach(participant -> participant.aim(isForward ? participant.consumers : participant.providers));
            columns.forEach(column -> column.sort(Comparator.comparingDouble(participant -> participant.goal)));
        }
        return columns;
    }

    /** From 0 at the top of a column to 1 at its bottom. */
    private static void measure(List<Participant> column) {
        for (var i = 0; i < column.size(); i++) {
            column.get(i).height = (i + 0.5) / column.size();
        }
    }

    private static final class Participant {

        private final String name;
        private final List<Participant> providers = new ArrayList<>();
        private final List<Participant> consumers = new ArrayList<>();
        private int missing;
        private int layer = -1;
        private double height;
        private double goal;

        Participant(String name) {
            this.name = name;
        }

        /** To the right of all callers that have a place. */
        void place() {
            layer = consumers.stream().mapToInt(caller -> caller.layer).max().orElse(-1) + 1;
        }

        /** At the middle of its neighbours. */
        void aim(List<Participant> neighbours) {
            goal = neighbours.stream()
                    .mapToDouble(neighbour -> neighbour.height)
                    .average()
                    .orElse(height);
        }
    }
}
