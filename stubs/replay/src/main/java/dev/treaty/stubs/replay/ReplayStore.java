package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.SortedConcurrentMappingSet;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * WireMock's stub mappings: those of the contracts, found by index, and those that were added at run time, matched by
 * WireMock as ever.
 *
 * <p>They contend by WireMock's own rule, with the contracts as what was there first, at the default priority (5): a mapping
 * that was added with that priority or a more urgent one (1 is the most urgent) comes before the contracts, and one with
 * a less urgent priority answers only what no contract does. A contract's mapping that is edited becomes one that was added.
 */
final class ReplayStore implements StubMappingStore {

    private final Served served;
    private final Handover handover;
    private final SortedConcurrentMappingSet added = new SortedConcurrentMappingSet();

    ReplayStore(Served served, Handover handover) {
        this.served = served;
        this.handover = handover;
    }

    /**
     * Whether a mapping could come before the contracts, by what can be told of it at once: its method and its URL.
     *
     * @param url with the provider as its first segment
     */
    boolean mayComeFirst(String method, String url) {
        if (!added.iterator().hasNext()) {
            return false; // which is nearly always so
        }
        var asked = RequestMethod.fromString(method);
        return urgent().map(StubMapping::getRequest)
                .anyMatch(request -> request.getMethod().match(asked).isExactMatch()
                        && request.getUrlMatcher().match(url).isExactMatch());
    }

    @Override
    public Stream<StubMapping> findAllMatchingRequest(
            Request request, Map<String, RequestMatcherExtension> matchers, Consumer<SubEvent> events) {
        return inOrder(
                () -> urgent().filter(mapping -> matches(mapping, request, matchers, events)),
                () -> handover.found(request).answering().stream().map(Replay::mapping),
                () -> others().filter(mapping -> matches(mapping, request, matchers, events)));
    }

    @Override
    public Stream<StubMapping> getAll() {
        return inOrder(this::urgent, () -> served.all().map(Replay::mapping), this::others);
    }

    @Override
    public Optional<StubMapping> get(UUID id) {
        return served.withId(id)
                .<StubMapping>map(Replay::mapping)
                .or(() -> added.stream()
                        .filter(mapping -> mapping.getId().equals(id))
                        .findFirst());
    }

    @Override
    public void add(StubMapping mapping) {
        added.add(mapping);
    }

    @Override
    public void replace(StubMapping existing, StubMapping updated) {
        if (updated instanceof ContractMapping) {
            return; // as "save mappings" does to each
        }
        if (existing instanceof ContractMapping contract) {
            added.add(updated);
            served.hide(contract.replay());
        } else {
            added.replace(existing, updated);
        }
    }

    @Override
    @SuppressWarnings("removal") // WireMock still calls this one, too
    public void remove(StubMapping mapping) {
        served.withId(mapping.getId()).ifPresentOrElse(served::hide, () -> added.remove(mapping));
    }

    @Override
    public void clear() {
        added.clear();
        served.hideAll();
    }

    private Stream<StubMapping> urgent() {
        return added.stream().filter(ReplayStore::isUrgent);
    }

    private Stream<StubMapping> others() {
        return added.stream().filter(mapping -> !isUrgent(mapping));
    }

    private static boolean isUrgent(StubMapping mapping) {
        return mapping.getPriority() == null || mapping.getPriority() <= StubMapping.DEFAULT_PRIORITY;
    }

    private static boolean matches(
            StubMapping mapping,
            Request request,
            Map<String, RequestMatcherExtension> matchers,
            Consumer<SubEvent> events) {
        var result = mapping.getRequest().match(request, matchers);
        result.getSubEvents().forEach(events);
        return result.isExactMatch();
    }

    /** Lazily: who finds an answer in the first does not ask the second. */
    private static Stream<StubMapping> inOrder(
            Supplier<Stream<StubMapping>> first,
            Supplier<Stream<StubMapping>> second,
            Supplier<Stream<StubMapping>> third) {
        return Stream.of(first, second, third).flatMap(Supplier::get);
    }
}
