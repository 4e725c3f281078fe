package dev.treaty.stubs.page.network;

import dev.treaty.stubs.page.source.PageSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who talks to whom.
 *
 * @param connections sorted by consumer, then by provider
 */
record Network(List<Connection> connections) {

    Network {
        connections = List.copyOf(connections);
    }

    /** What the loaded contracts say. */
    static Network of(PageSource source) {
        var verifications = source.verifications();
        var counts = new TreeMap<String, SortedMap<String, int[]>>();
        source.lookup().contracts().interactions().forEach(interaction -> {
            var origin = interaction.origin();
            var count = counts.computeIfAbsent(origin.consumer(), name -> new TreeMap<>())
                    .computeIfAbsent(origin.provider(), name -> new int[4]);
            count[0]++;
            switch (verifications.of(origin).badge()) {
                case GOOD -> count[1]++;
                case BAD -> count[2]++;
                case CAREFUL -> count[3]++;
                case UNKNOWN -> {}
            }
        });
        var connections = new ArrayList<Connection>();
        counts.forEach((consumer, providers) -> providers.forEach((provider, count) ->
                connections.add(new Connection(consumer, provider, count[0], count[1], count[2], count[3]))));
        return new Network(connections);
    }

    SortedSet<String> participants() {
        var names = new TreeSet<String>();
        connections.forEach(connection -> {
            names.add(connection.consumer());
            names.add(connection.provider());
        });
        return names;
    }

    /** Only the connections of participants that a test accepts. */
    Network around(Predicate<String> participant) {
        return new Network(connections.stream()
                .filter(connection ->
                        participant.test(connection.consumer()) || participant.test(connection.provider()))
                .toList());
    }

    /** How many connections each participant has. */
    Map<String, Integer> degrees() {
        var degrees = new HashMap<String, Integer>();
        connections.forEach(connection -> {
            degrees.merge(connection.consumer(), 1, Integer::sum);
            degrees.merge(connection.provider(), 1, Integer::sum);
        });
        return degrees;
    }
}
