package dev.treaty.stubs.replay;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The interactions that are served at present, and who among them answers a request. May be changed while it is read. */
final class Served {

    private final Map<String, Provider> providers = new TreeMap<>();
    private final ConcurrentNavigableMap<Integer, Replay> inOrder = new ConcurrentSkipListMap<>();

    Served(Collection<String> providerNames) {
        providerNames.forEach(
                name -> providers.put(name, new Provider(new PathIndex(), new ConcurrentSkipListMap<>())));
    }

    void add(Replay replay) {
        var provider = providerOf(replay);
        if (replay instanceof HttpReplay http) {
            provider.http().add(http);
        } else if (replay instanceof MessageReplay message) {
            provider.messages().put(message.origin().order(), message);
        }
        inOrder.put(replay.origin().order(), replay);
    }

    void remove(Replay replay) {
        inOrder.remove(replay.origin().order());
        var provider = providerOf(replay);
        if (replay instanceof HttpReplay http) {
            provider.http().remove(http);
        } else {
            provider.messages().remove(replay.origin().order());
        }
    }

    void clear() {
        inOrder.values().forEach(this::remove);
    }

    boolean contains(Replay replay) {
        return inOrder.containsKey(replay.origin().order());
    }

    /** In the order of the contracts. */
    Stream<Replay> all() {
        return inOrder.values().stream();
    }

    /** Those who may answer, the one who does first; see {@link Selection}. */
    List<? extends Replay> answering(ReceivedRequest received) {
        var provider = providers.get(received.provider());
        if (provider == null || !(received instanceof ReceivedRequest.Understood request)) {
            return List.of();
        }
        if (request.isForMessage()) {
            return MessageRequest.read(request)
                    .map(question -> Selection.of(provider.messages().values(), question))
                    .orElse(List.of());
        }
        return Selection.of(provider.compare(request), request.states());
    }

    Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    /** By name. */
    Collection<String> providerNames() {
        return providers.keySet();
    }

    private Provider providerOf(Replay replay) {
        return requireNonNull(providers.get(replay.origin().provider()));
    }

    /**
     * What is served of one provider.
     *
     * @param messages by their order
     */
    record Provider(PathIndex http, ConcurrentNavigableMap<Integer, MessageReplay> messages) {

        List<Comparison> compare(ReceivedRequest.Understood request) {
            return http.candidates(request.method(), request.path()).stream()
                    .map(candidate -> candidate.compare(request.request()))
                    .toList();
        }
    }
}
