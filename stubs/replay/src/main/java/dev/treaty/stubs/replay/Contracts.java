package dev.treaty.stubs.replay;

import dev.treaty.pacts.files.PactFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contracts that are replayed at one moment, and the indexes that find their interactions. Never changes. */
final class Contracts {

    private final StateFilter filter;
    private final List<LoadedFile> files;
    private final SortedMap<String, Provider> providers;
    private volatile @Nullable Map<UUID, Replay> byId;

    private Contracts(StateFilter filter, List<LoadedFile> files, SortedMap<String, Provider> before) {
        this.filter = filter;
        this.files = List.copyOf(files);
        var byProvider = new TreeMap<String, List<LoadedFile>>();
        files.forEach(file -> byProvider
                .computeIfAbsent(file.file().provider(), name -> new ArrayList<>())
                .add(file));
        providers = new TreeMap<>();
        byProvider.forEach((name, its) -> {
            var known = before.get(name);
            providers.put(name, known != null && known.isOf(its) ? known : Provider.of(its));
        });
    }

    static Contracts of(Collection<PactFile> files, StateFilter filter) {
        return new Contracts(filter, List.of(), new TreeMap<>()).with(files);
    }

    /** Other contracts; of what is the same as here, nothing is done again. */
    Contracts with(Collection<PactFile> others) {
        var ordinals = new HashMap<List<String>, Integer>();
        var loaded = new ArrayList<LoadedFile>();
        for (var file : others) {
            var ordinal = ordinals.merge(List.of(file.consumer(), file.provider()), 1, Integer::sum) - 1;
            loaded.add(load(file, loaded.size(), ordinal));
        }
        return new Contracts(filter, loaded, providers);
    }

    private LoadedFile load(PactFile file, int position, int ordinal) {
        return position < files.size() && files.get(position).is(file, position, ordinal)
                ? files.get(position)
                : LoadedFile.of(file, position, ordinal, filter);
    }

    List<PactFile> files() {
        return files.stream().map(LoadedFile::file).toList();
    }

    /** In the order of the contracts. */
    Stream<Replay> interactions() {
        return files.stream().flatMap(file -> file.replays().stream());
    }

    Optional<Replay> withId(UUID id) {
        var known = byId;
        if (known == null) {
            known = new HashMap<>();
            for (var replay : interactions().toList()) {
                known.put(replay.origin().id(), replay);
            }
            byId = known;
        }
        return Optional.ofNullable(known.get(id));
    }

    /** @throws UnknownState if no interaction has it */
    void mustKnow(RequestedState state) {
        if (interactions().noneMatch(replay -> state.isAmong(replay.origin().states()))) {
            throw UnknownState.among(this, state);
        }
    }

    Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    /** By name. */
    Collection<String> providers() {
        return Collections.unmodifiableCollection(providers.keySet());
    }

    /** What is replayed of one provider. */
    record Provider(
            List<LoadedFile> files, PathIndex http, Lazy<Effort> effortOfComparing, List<MessageReplay> messages) {

        static Provider of(List<LoadedFile> files) {
            var http = files.stream()
                    .flatMap(file -> file.replays().stream())
                    .filter(HttpReplay.class::isInstance)
                    .map(HttpReplay.class::cast)
                    .toList();
            return new Provider(
                    List.copyOf(files),
                    new PathIndex(http),
                    new Lazy<>(() -> Effort.of(http)),
                    files.stream()
                            .flatMap(file -> file.replays().stream())
                            .filter(MessageReplay.class::isInstance)
                            .map(MessageReplay.class::cast)
                            .toList());
        }

        Effort effort() {
            return effortOfComparing.get();
        }

        @SuppressWarnings("ReferenceEquality") // equal files could have been read at different times
        boolean isOf(List<LoadedFile> others) {
            if (others.size() != files.size()) {
                return false;
            }
            for (var i = 0; i < others.size(); i++) {
                if (others.get(i) != files.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
