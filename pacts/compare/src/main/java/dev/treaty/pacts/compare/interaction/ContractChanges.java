package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.files.PactFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares all contracts of two points in time. */
public final class ContractChanges {

    private ContractChanges() {}

    /** The changes by consumer and provider, in alphabetical order. Several files of the same two are one contract. */
    public static List<ContractChange> between(List<PactFile> before, List<PactFile> after) {
        var contractsBefore = byParticipants(before);
        var contractsAfter = byParticipants(after);
        var all = new TreeSet<>(contractsBefore.keySet());
        all.addAll(contractsAfter.keySet());
        return all.parallelStream()
                .map(pair -> new ContractChange(
                        pair.consumer(),
                        pair.provider(),
                        ContractComparison.changes(pact(contractsBefore, pair), pact(contractsAfter, pair))))
                .toList();
    }

    private static Map<Participants, List<PactFile>> byParticipants(List<PactFile> files) {
        var contracts = new TreeMap<Participants, List<PactFile>>();
        for (var file : files) {
            contracts
                    .computeIfAbsent(new Participants(file.consumer(), file.provider()), pair -> new ArrayList<>())
                    .add(file);
        }
        return contracts;
    }

    /** Without interactions if there is none. */
    private static V4Pact pact(Map<Participants, List<PactFile>> contracts, Participants pair) {
        var files = contracts.getOrDefault(pair, List.of());
        if (files.size() == 1) {
            return Objects.requireNonNull(files.get(0)).pact();
        }
        List<Interaction> interactions = new ArrayList<>();
        files.forEach(file -> interactions.addAll(file.pact().getInteractions()));
        return new V4Pact(new Consumer(pair.consumer()), new Provider(pair.provider()), interactions);
    }

    private record Participants(String consumer, String provider) implements Comparable<Participants> {
        @Override
        public int compareTo(Participants other) {
            var byConsumer = consumer.compareTo(other.consumer);
            return byConsumer != 0 ? byConsumer : provider.compareTo(other.provider);
        }
    }
}
