package dev.treaty.stubs.http.wiremock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.FindNearMissesResult;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.github.tomakehurst.wiremock.verification.NearMiss;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers {@code GET /__admin/requests/unmatched/near-misses} with the interactions that the request's own 404 named, and with added
 * mappings that are about as near. WireMock would measure every mapping of every provider by the number of differences alone.
 */
final class UnmatchedNearMisses implements AdminRequestFilterV2 {

    private static final String PATH = "/__admin/requests/unmatched/near-misses";

    /** For each request, as in WireMock. */
    private static final int MOST = 3;

    /** Distances, from 0 to 1: of the interaction that is nearest, and how much farther each next one is. */
    private static final double STEP = 0.1;

    /** Of an added mapping that is worth showing. */
    private static final double NEAR = 0.5;

    private final WireMockStores stores;
    private final InteractionLookup lookup;
    private final MismatchExplainer explainer;

    UnmatchedNearMisses(WireMockStores stores, InteractionLookup lookup, MismatchExplainer explainer) {
        this.stores = stores;
        this.lookup = lookup;
        this.explainer = explainer;
    }

    @Override
    public String getName() {
        return "unmatched-near-misses";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        var path = request.getUrl().replaceFirst("\\?.*", "");
        return request.getMethod().equals(RequestMethod.GET)
                        && path.equals(PATH)
                        && stores.journal().isOn()
                ? RequestFilterAction.stopWith(nearMisses())
                : RequestFilterAction.continueWith(request);
    }

    private ResponseDefinition nearMisses() {
        var all = stores.journal()
                .getAll()
                .filter(event -> !event.getWasMatched())
                .flatMap(event -> of(event.getRequest()))
                .toList();
        return ResponseDefinitions.of(
                200,
                Map.of("Content-Type", List.of("application/json")),
                Json.write(new FindNearMissesResult(all)).getBytes(UTF_8));
    }

    private Stream<NearMiss> of(LoggedRequest request) {
        return Stream.concat(interactions(request), addedMappings(request))
                .sorted()
                .limit(MOST);
    }

    private Stream<NearMiss> interactions(LoggedRequest request) {
        var result = lookup.find(ReceivedRequest.of(PactRequestMatcher.raw(request)));
        var nearest = result.answering().isEmpty() ? explainer.explain(result).nearest() : List.<UUID>of();
        return IntStream.range(0, nearest.size())
                .boxed()
                .flatMap(rank -> stores.mappings().get(nearest.get(rank)).stream()
                        .map(mapping ->
                                new NearMiss(request, mapping, MatchResult.partialMatch((rank + 1) * STEP), null)));
    }

    private Stream<NearMiss> addedMappings(LoggedRequest request) {
        return stores.mappings()
                .added()
                .map(mapping ->
                        new NearMiss(request, mapping, mapping.getRequest().match(request), null))
                .filter(miss -> miss.getMatchResult().getDistance() < NEAR);
    }
}
