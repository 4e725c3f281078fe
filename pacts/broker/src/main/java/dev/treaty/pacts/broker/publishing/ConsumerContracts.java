package dev.treaty.pacts.broker.publishing;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All contracts of one consumer, which are published together: a version that has only some of them passes a gate that it should not. */
public record ConsumerContracts(String consumer, List<ContractToPublish> contracts) {

    /** Copies the list. */
    public ConsumerContracts {
        contracts = List.copyOf(contracts);
    }

    /** Groups contracts by their consumers, in alphabetical order. */
    static List<ConsumerContracts> of(List<ContractToPublish> contracts) {
        return contracts.stream()
                .collect(Collectors.groupingBy(ContractToPublish::consumer, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new ConsumerContracts(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The providers, separated by commas. */
    public String providers() {
        return contracts.stream().map(ContractToPublish::provider).distinct().collect(Collectors.joining(", "));
    }
}
