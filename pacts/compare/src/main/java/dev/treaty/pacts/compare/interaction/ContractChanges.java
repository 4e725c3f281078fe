package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares all contracts of two points in time. */
public final class ContractChanges {

    private ContractChanges() {}

    /** The changes by consumer and provider, in alphabetical order. Several files of the same two are one contract. */
    public static List<ContractChange> between(List<ContractFile> before, List<ContractFile> after) {
        var contractsBefore = byParticipants(before);
        var contractsAfter = byParticipants(after);
        var all = new TreeSet<>(contractsBefore.keySet());
        all.addAll(contractsAfter.keySet());
        var renamings = new Renamings(contractsBefore.entrySet().stream()
                .filter(entry -> !contractsAfter.containsKey(entry.getKey()))
                .map(entry -> pact(entry.getValue(), entry.getKey()))
                .toList());
        return DeepThreads.map(
                List.copyOf(all),
                pair -> change(
                        pair,
                        contractsBefore.getOrDefault(pair, List.of()),
                        contractsAfter.getOrDefault(pair, List.of()),
                        renamings));
    }

    private static Map<Participants, List<ContractFile>> byParticipants(List<ContractFile> files) {
        var contracts = new TreeMap<Participants, List<ContractFile>>();
        for (var file : files) {
            var pair = new Participants(file.plain().consumer(), file.plain().provider());
            contracts.computeIfAbsent(pair, key -> new ArrayList<>()).add(file);
        }
        return contracts;
    }

    private static ContractChange change(
            Participants pair, List<ContractFile> before, List<ContractFile> after, Renamings renamings) {
        var pact = pact(after, pair);
        var changes = new ArrayList<>(ContractComparison.changes(pact(before, pair), pact));
        changes.addAll(PluginChanges.between(plugins(before), plugins(after)));
        var renamed = before.isEmpty() ? renamings.of(pact) : Optional.<Renaming>empty();
        return new ContractChange(pair.consumer(), pair.provider(), changes, renamed);
    }

    /** Without interactions if there is none. */
    private static V4Pact pact(List<ContractFile> files, Participants pair) {
        if (files.size() == 1) {
            return files.get(0).plain().pact();
        }
        List<Interaction> interactions = new ArrayList<>();
        files.forEach(file -> interactions.addAll(file.plain().pact().getInteractions()));
        return new V4Pact(new Consumer(pair.consumer()), new Provider(pair.provider()), interactions);
    }

    private static List<PluginInteraction> plugins(List<ContractFile> files) {
        return files.stream().flatMap(file -> file.plugins().stream()).toList();
    }

    private record Participants(String consumer, String provider) implements Comparable<Participants> {
        @Override
        public int compareTo(Participants other) {
            var byConsumer = consumer.compareTo(other.consumer);
            return byConsumer != 0 ? byConsumer : provider.compareTo(other.provider);
        }
    }
}
