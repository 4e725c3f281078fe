package dev.treaty.stubs.mapbox.place;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.mapbox.api.Parameters;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Geocoding v6. {@code POST /__treaty/places} with {@code {"q", "longitude", "latitude", "confidence"}} says where an address is, and with
 * {@code {"q"}} alone that nobody knows it.
 *
 * @see <a href="https://docs.mapbox.com/api/search/geocoding/">Mapbox, Geocoding API</a>
 */
public final class GeocodingRoutes {

    private static final String PATH = "/search/geocode/v6";
    private static final int LONGEST_QUERY = 256;
    private static final int LARGEST_BATCH = 1_000;
    private static final List<String> STREET = List.of("address_line1", "address_number", "street");
    private static final List<String> TOWN = List.of("block", "postcode", "place", "region", "country");
    private static final Set<String> CONFIDENCES = Set.of("exact", "high", "medium", "low");

    private GeocodingRoutes() {}

    /** Adds the routes. */
    public static void addTo(RouteTable<RouteHandler> routes) {
        routes.add("GET " + PATH + "/forward", exchange -> forward(exchange, parameters(exchange)));
        routes.add("GET " + PATH + "/reverse", exchange -> reverse(exchange, parameters(exchange)));
        routes.add("POST " + PATH + "/batch", GeocodingRoutes::batch);
        routes.add("POST " + ProviderReplay.CONTROL_PATH + "/places", GeocodingRoutes::setPlace);
    }

    private static Parameters parameters(Exchange exchange) {
        return new Parameters(exchange.request().queryParameters());
    }

    private static StubResponse forward(Exchange exchange, Parameters parameters) {
        var query = query(name -> parameters.first(name));
        var found = new Geocoder(exchange.world()).find(query);
        return MapboxError.madeUp(FeatureWriter.collection(found.stream().toList()), "addresses");
    }

    /** What is looked for: a text, or an address in its parts. */
    private static String query(Function<String, Optional<String>> parameter) {
        var query = parameter
                .apply("q")
                .orElseGet(() -> Stream.of(words(STREET, parameter), words(TOWN, parameter))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")));
        if (query.isBlank()) {
            throw MapboxError.invalidQuery("q, or a part of an address, is required");
        }
        if (query.length() > LONGEST_QUERY) {
            throw MapboxError.invalidQuery("q may have %d characters".formatted(LONGEST_QUERY));
        }
        return query;
    }

    private static String words(List<String> names, Function<String, Optional<String>> parameter) {
        return names.stream().flatMap(name -> parameter.apply(name).stream()).collect(Collectors.joining(" "));
    }

    private static StubResponse reverse(Exchange exchange, Parameters parameters) {
        var place = place(exchange, name -> parameters.first(name));
        return MapboxError.madeUp(FeatureWriter.collection(List.of(place)), "addresses");
    }

    private static KnownPlace place(Exchange exchange, Function<String, Optional<String>> parameter) {
        var coordinate = Coordinate.of(parameter.apply("longitude").orElse("") + ","
                        + parameter.apply("latitude").orElse(""))
                .orElseThrow(() -> MapboxError.invalidQuery("longitude and latitude are required"));
        return new Geocoder(exchange.world()).at(coordinate);
    }

    private static StubResponse batch(Exchange exchange) {
        var queries = body(exchange);
        if (!queries.isArray() || queries.isEmpty() || queries.size() > LARGEST_BATCH) {
            throw MapboxError.invalidQuery("the body must be a list of 1 to %d queries".formatted(LARGEST_BATCH));
        }
        var body = Json.object();
        var batch = body.putArray("batch");
        var geocoder = new Geocoder(exchange.world());
        for (var each : queries) {
            Function<String, Optional<String>> parameter = name -> text(each, name);
            var found = each.has("longitude")
                    ? List.of(place(exchange, parameter))
                    : geocoder.find(query(parameter)).stream().toList();
            batch.add(FeatureWriter.collection(found));
        }
        return MapboxError.madeUp(body, "addresses");
    }

    private static Optional<String> text(JsonNode query, String name) {
        return query.hasNonNull(name) ? Optional.of(query.path(name).asText()) : Optional.empty();
    }

    private static StubResponse setPlace(Exchange exchange) {
        var given = body(exchange);
        var geocoder = new Geocoder(exchange.world());
        var query = query(name -> text(given, name));
        if (given.has("longitude")) {
            var confidence = given.path("confidence").asText("exact");
            var coordinate = Coordinate.of(given.path("longitude").asText() + ","
                    + given.path("latitude").asText());
            if (coordinate.isEmpty() || !CONFIDENCES.contains(confidence)) {
                throw MapboxError.invalidQuery(
                        "longitude and latitude must be degrees, and confidence exact, high, medium or low");
            }
            geocoder.know(query, coordinate.get(), confidence);
        } else {
            geocoder.forget(query);
        }
        return MapboxError.json(200, Json.object().put("q", query));
    }

    private static JsonNode body(Exchange exchange) {
        try {
            return exchange.request().json();
        } catch (UncheckedIOException e) {
            throw MapboxError.invalidQuery("the body must be JSON");
        }
    }
}
