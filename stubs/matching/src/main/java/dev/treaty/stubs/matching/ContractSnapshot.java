package dev.treaty.stubs.matching;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.request.Lazy;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contracts that are served at one moment, with the indexes that find their interactions. Immutable. */
public final class ContractSnapshot {

    private final StateFilter filter;
    private final List<IndexedContract> contracts;
    private final SortedMap<String, ProviderContracts> providers;
    private final Lazy<Map<UUID, ReplayedInteraction>> byId;

    private ContractSnapshot(
            StateFilter filter, List<IndexedContract> contracts, SortedMap<String, ProviderContracts> previous) {
        this.filter = filter;
        this.contracts = List.copyOf(contracts);
        var byProvider = new TreeMap<String, List<IndexedContract>>();
        contracts.forEach(contract -> byProvider
                .computeIfAbsent(contract.file().provider(), name -> new ArrayList<>())
                .add(contract));
        providers = new TreeMap<>();
        byProvider.forEach((name, its) -> {
            var known = previous.get(name);
            providers.put(name, known != null && known.consistsOf(its) ? known : new ProviderContracts(its));
        });
        byId = new Lazy<>(() -> interactions()
                .collect(Collectors.toMap(
                        interaction -> interaction.origin().id(), Function.identity(), (first, second) -> second)));
    }

    /** Indexes the interactions that the filter accepts. */
    public static ContractSnapshot of(Collection<PactFile> files, StateFilter filter) {
        return new ContractSnapshot(filter, List.of(), new TreeMap<>()).with(files);
    }

    /** A snapshot of other files; what both have in common is not indexed again, wherever new files come. */
    ContractSnapshot with(Collection<PactFile> files) {
        var places = places(files);
        var ranks = ContractRanks.of(places.stream()
                .map(place -> place.known().map(IndexedContract::rank))
                .toList());
        var indexed = new ArrayList<IndexedContract>();
        for (var i = 0; i < ranks.length; i++) {
            var rank = ranks[i];
            var place = places.get(i);
            indexed.add(place.known()
                    .filter(known -> known.rank() == rank)
                    .orElseGet(() -> IndexedContract.of(place.file(), rank, place.ordinal(), filter)));
        }
        return new ContractSnapshot(filter, indexed, providers);
    }

    /**
     * A file in its order.
     *
     * @param ordinal among the files with the same consumer and provider, starting at 0
     * @param known the same file as it is indexed now, if it can be kept
     */
    private record Place(PactFile file, int ordinal, Optional<IndexedContract> known) {}

    private List<Place> places(Collection<PactFile> files) {
        var byFile = new IdentityHashMap<PactFile, List<IndexedContract>>();
        contracts.forEach(contract -> byFile.computeIfAbsent(contract.file(), any -> new ArrayList<>())
                .add(contract));
        var ordinals = new HashMap<List<String>, Integer>();
        var places = new ArrayList<Place>();
        var last = Long.MIN_VALUE;
        for (var file : files) {
            var ordinal = ordinals.merge(List.of(file.consumer(), file.provider()), 1, Integer::sum) - 1;
            var after = last;
            var known = byFile.getOrDefault(file, List.of()).stream()
                    .filter(contract -> contract.isFor(file, ordinal) && contract.rank() > after)
                    .findFirst();
            last = known.map(contract -> (long) contract.rank()).orElse(last);
            places.add(new Place(file, ordinal, known));
        }
        return places;
    }

    /** The files, in the order in which they were loaded. */
    public List<PactFile> files() {
        return contracts.stream().map(IndexedContract::file).toList();
    }

    /** All interactions, in the order of the files. */
    public Stream<ReplayedInteraction> interactions() {
        return contracts.stream().flatMap(contract -> contract.interactions().stream());
    }

    /** The interaction with this id, see {@link dev.treaty.stubs.matching.interaction.InteractionOrigin#id}. */
    public Optional<ReplayedInteraction> withId(UUID id) {
        return Optional.ofNullable(byId.get().get(id));
    }

    /**
     * Checks that at least one interaction has a provider state.
     *
     * @throws UnknownState if none has it
     */
    public void requireState(RequestedState state) {
        if (interactions()
                .noneMatch(interaction -> state.isAmong(interaction.origin().states()))) {
            var known = interactions()
                    .flatMap(interaction -> interaction.origin().states().stream())
                    .map(any -> RequestedState.of(any).toString())
                    .distinct()
                    .toList();
            throw new UnknownState(state.toString(), known, providers());
        }
    }

    /** The contracts with a provider; empty if there are none. */
    public Optional<ProviderContracts> provider(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    /** The names of all providers, sorted. */
    public Collection<String> providers() {
        return Collections.unmodifiableCollection(providers.keySet());
    }
}
