package dev.treaty.stubs.cablecast.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.cablecast.resource.CablecastTime;
import dev.treaty.stubs.cablecast.resource.ResourceRoutes;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * {@code POST /shows/search/advanced}: the ids of the shows for which all groups of filters hold. Searches are not saved.
 *
 * @see <a href="https://github.com/trms/wp-cablecast">Cablecast's plugin for WordPress, which finds changed shows with it</a>
 */
public final class AdvancedSearch {

    /** Needs no credentials, although it is posted. */
    public static final String PATH = ResourceRoutes.API + "shows/search/advanced";

    private static final String ROOT = "savedShowSearch";

    private AdvancedSearch() {}

    /** Answers a search. */
    public static StubResponse search(Exchange exchange) {
        var search = body(exchange);
        var query = search.path("query");
        var found = new ArrayList<>(new Resources(exchange.world())
                .all("show")
                .filter(groups(query.path("groups")))
                .toList());
        sort(found, query.path("sortOptions"));
        var results = search.putArray("results");
        found.forEach(show -> results.add(show.get("id")));
        var body = Json.object();
        body.set(ROOT, search);
        return CablecastError.json(200, body);
    }

    private static ObjectNode body(Exchange exchange) {
        try {
            if (exchange.request().json().path(ROOT) instanceof ObjectNode search) {
                return search;
            }
        } catch (UncheckedIOException e) {
            // as if there were no search
        }
        throw CablecastError.badRequest(
                "The body has no property \"%s\": send {\"%s\": {\"query\": {…}}}.".formatted(ROOT, ROOT));
    }

    private static Predicate<ObjectNode> groups(JsonNode groups) {
        Predicate<ObjectNode> all = show -> true;
        for (var group : groups) {
            all = all.and(group(group));
        }
        return all;
    }

    private static Predicate<ObjectNode> group(JsonNode group) {
        var filters = new ArrayList<Predicate<ObjectNode>>();
        group.path("filters").forEach(filter -> filters.add(filter(filter)));
        return group.path("orAnd").asText().equalsIgnoreCase("or")
                ? filters.stream().reduce(Predicate::or).orElse(show -> true)
                : filters.stream().reduce(show -> true, Predicate::and);
    }

    private static Predicate<ObjectNode> filter(JsonNode filter) {
        var name = filter.path("operator").asText();
        var operator = SearchOperator.of(name)
                .orElseThrow(() -> CablecastError.badRequest(
                        "There is no operator \"%s\": use one of %s.".formatted(name, SearchOperator.texts())));
        var field = filter.path("field").asText();
        var value = filter.path("searchValue").asText();
        return show -> operator.matches(show.path(field).asText(), value);
    }

    /** By the first option, then by the second, and so on. */
    private static void sort(List<ObjectNode> shows, JsonNode options) {
        var order = new ArrayList<Comparator<ObjectNode>>();
        options.forEach(option -> order.add(
                by(option.path("field").asText(), option.path("descending").asBoolean())));
        Collections.reverse(order);
        order.forEach(shows::sort);
    }

    private static Comparator<ObjectNode> by(String field, boolean descending) {
        Comparator<ObjectNode> ascending = Comparator.<ObjectNode, Instant>comparing(
                        show -> CablecastTime.read(show.path(field).asText()).orElse(Instant.EPOCH))
                .thenComparing(show -> show.path(field).asText().toLowerCase(Locale.ROOT));
        return descending ? ascending.reversed() : ascending;
    }
}
