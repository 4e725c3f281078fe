package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.SortedConcurrentMappingSet;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import dev.treaty.stubs.http.wiremock.admin.MappingCheck;
import dev.treaty.stubs.http.wiremock.admin.MappingFailure;
import dev.treaty.stubs.matching.InteractionLookup;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * WireMock's stub mappings. It lists those of the contracts and those that were added at run time, but matches only the latter.
 *
 * <p>They compete by WireMock's own rule, as if the contracts had been there first, with the default priority (5): an added mapping
 * with that priority or a more urgent one (1 is the most urgent) answers before the contracts, one with a less urgent priority answers only
 * what no contract answers. Editing a contract's mapping replaces it by an added one.
 */
final class MappingStore implements StubMappingStore {

    private final InteractionLookup lookup;
    private final SortedConcurrentMappingSet added = new SortedConcurrentMappingSet();

    MappingStore(InteractionLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Whether an added mapping could match, judged by its method and URL, which is cheap.
     *
     * @param url on the main port
     */
    boolean mayMatch(String method, String url) {
        if (!added.iterator().hasNext()) {
            return false; // which is nearly always the case
        }
        var requested = RequestMethod.fromString(method);
        return added.stream()
                .map(StubMapping::getRequest)
                .anyMatch(request -> request.getMethod().match(requested).isExactMatch()
                        && request.getUrlMatcher().match(url).isExactMatch());
    }

    /** The mappings that were added or edited, the most urgent first. */
    Stream<StubMapping> added() {
        return added.stream();
    }

    /** Whether an added mapping answers before the contracts. */
    static boolean precedesContracts(StubMapping mapping) {
        return mapping.getPriority() == null || mapping.getPriority() <= StubMapping.DEFAULT_PRIORITY;
    }

    /** The added mappings that match, the most urgent first. */
    @Override
    public Stream<StubMapping> findAllMatchingRequest(
            Request request, Map<String, RequestMatcherExtension> matchers, Consumer<SubEvent> events) {
        return added.stream().filter(mapping -> matches(mapping, request, matchers, events));
    }

    private static boolean matches(
            StubMapping mapping,
            Request request,
            Map<String, RequestMatcherExtension> matchers,
            Consumer<SubEvent> events) {
        try {
            var result = mapping.getRequest().match(request, matchers);
            result.getSubEvents().forEach(events);
            return result.isExactMatch();
        } catch (RuntimeException e) {
            throw new MappingFailure(mapping.getId(), request.getUrl().replaceFirst("\\?.*", ""), e);
        }
    }

    @Override
    public Stream<StubMapping> getAll() {
        return Stream.of(
                        added.stream().filter(MappingStore::precedesContracts),
                        lookup.all().map(ContractMappingFactory::of),
                        added.stream().filter(mapping -> !precedesContracts(mapping)))
                .flatMap(mappings -> mappings);
    }

    @Override
    public Optional<StubMapping> get(UUID id) {
        return lookup.withId(id)
                .<StubMapping>map(ContractMappingFactory::of)
                .or(() -> added.stream()
                        .filter(mapping -> mapping.getId().equals(id))
                        .findFirst());
    }

    @Override
    public void add(StubMapping mapping) {
        MappingCheck.check(mapping);
        added.add(mapping);
    }

    @Override
    public void replace(StubMapping existing, StubMapping updated) {
        if (updated instanceof ContractMapping) {
            return; // "save mappings" does this to every mapping
        }
        MappingCheck.check(updated);
        if (existing instanceof ContractMapping contract) {
            added.add(updated);
            lookup.hide(contract.interaction());
        } else {
            added.replace(existing, updated);
        }
    }

    @Override
    @SuppressWarnings("removal") // WireMock still calls this one, too
    public void remove(StubMapping mapping) {
        lookup.withId(mapping.getId()).ifPresentOrElse(lookup::hide, () -> added.remove(mapping));
    }

    @Override
    public void clear() {
        added.clear();
        lookup.hideAll();
    }
}
