package dev.treaty.consumer.routeplanning;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonArray;
import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.routeplanning.MapboxFixture.DEPOT;
import static dev.treaty.consumer.routeplanning.MapboxFixture.FORWARD;
import static dev.treaty.consumer.routeplanning.MapboxFixture.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where addresses are. Every search asks for a result that may be kept. */
@Recording
class GeocoderPactTest {

    private static final String ADDRESS = "Pariser Platz 1, 10117 Berlin";
    private static final String ROUGH = "Pariser Platz, Berlin";
    private static final String NOWHERE = "Xqzw 99999 Vvkrt";
    private static final Place PARISER_PLATZ = new Place(ADDRESS, DEPOT);

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact address(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("an address is known", known(ADDRESS)),
                        "a request for the place of an address",
                        FORWARD,
                        "q=" + ADDRESS + SEARCH)
                .willRespondWith()
                .status(200)
                .body(places("exact|high", "exact"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "address")
    void an_address_has_a_place(MockServer mapbox) {
        var located = MapboxFixture.at(mapbox).geocoder().locate(ADDRESS);

        assertThat(located).isEqualTo(new Located.Found(PARISER_PLATZ));
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact addressInParts(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("an address is known", known("1 Pariser Platz, 10117 Berlin de")),
                        "a request for the place of an address in its parts",
                        FORWARD,
                        "address_number=1&street=Pariser Platz&postcode=10117&place=Berlin&country=de" + SEARCH)
                .willRespondWith()
                .status(200)
                .body(places("exact|high", "exact"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "addressInParts")
    void an_address_in_its_parts_has_a_place(MockServer mapbox) {
        var address = new StreetAddress("1", "Pariser Platz", "10117", "Berlin", "de");

        assertThat(MapboxFixture.at(mapbox).geocoder().locate(address)).isInstanceOf(Located.Found.class);
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact roughAddress(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("an address is roughly known", known(ROUGH)),
                        "a request for the place of an address that is only roughly known",
                        FORWARD,
                        "q=" + ROUGH + SEARCH)
                .willRespondWith()
                .status(200)
                .body(places("medium|low", "low"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roughAddress")
    void a_person_looks_at_what_mapbox_is_not_sure_of(MockServer mapbox) {
        assertThat(MapboxFixture.at(mapbox).geocoder().locate(ROUGH)).isInstanceOf(Located.Uncertain.class);
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact unknownAddress(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("an address is unknown", Map.of("address", NOWHERE)),
                        "a request for the place of an address that nobody knows",
                        FORWARD,
                        "q=" + NOWHERE + SEARCH)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array("features", features -> {}))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "unknownAddress")
    void an_address_that_nobody_knows_is_an_answer(MockServer mapbox) {
        assertThat(MapboxFixture.at(mapbox).geocoder().locate(NOWHERE)).isEqualTo(new Located.Unknown());
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact addressOfAPlace(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("an address is known", known(ADDRESS)),
                        "a request for the address of a place",
                        "/search/geocode/v6/reverse",
                        "longitude=13.378919&latitude=52.516667&permanent=true")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array(
                                "features", features -> features.object(GeocoderPactTest::placeWithoutConfidence)))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "addressOfAPlace")
    void a_place_has_an_address(MockServer mapbox) {
        assertThat(MapboxFixture.at(mapbox).geocoder().addressAt(DEPOT)).contains(PARISER_PLATZ);
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact batch(PactDslWithProvider mapbox) {
        return MapboxFixture.withToken(mapbox.given("an address is known", known(ADDRESS))
                        .given("an address is unknown", Map.of("address", NOWHERE))
                        .uponReceiving("a request for the places of several addresses")
                        .method("POST")
                        .path("/search/geocode/v6/batch")
                        .headers(Map.of("Accept", "application/json", "Content-Type", "application/json")))
                .body(newJsonArray(queries -> {
                            query(queries, ADDRESS);
                            query(queries, NOWHERE);
                        })
                        .build())
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array("batch", batch -> {
                            batch.object(found -> found.array(
                                    "features",
                                    features -> features.object(feature -> {
                                        placeWithConfidence(feature, "exact|high", "exact");
                                    })));
                            batch.object(nothing -> nothing.array("features", features -> {}));
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    private static void query(LambdaDslJsonArray queries, String address) {
        queries.object(query -> {
            query.stringValue("q", address);
            query.numberValue("limit", 1);
            query.booleanValue("permanent", true);
            query.booleanValue("autocomplete", false);
        });
    }

    @Test
    @PactTestFor(pactMethod = "batch")
    void several_addresses_are_answered_in_their_order(MockServer mapbox) {
        var located = MapboxFixture.at(mapbox).geocoder().locateAll(List.of(ADDRESS, NOWHERE));

        assertThat(located).containsExactly(new Located.Found(PARISER_PLATZ), new Located.Unknown());
    }

    private static Map<String, Object> known(String address) {
        return Map.of("address", address, "longitude", DEPOT.longitude(), "latitude", DEPOT.latitude());
    }

    private static DslPart places(String confidences, String confidence) {
        return newJsonBody(body -> body.array(
                        "features",
                        features -> features.object(feature -> placeWithConfidence(feature, confidences, confidence))))
                .build();
    }

    private static void placeWithConfidence(LambdaDslObject feature, String confidences, String confidence) {
        feature.object("properties", properties -> {
            place(properties);
            properties.object("match_code", code -> code.stringMatcher("confidence", confidences, confidence));
        });
    }

    private static void placeWithoutConfidence(LambdaDslObject feature) {
        feature.object("properties", GeocoderPactTest::place);
    }

    private static void place(LambdaDslObject properties) {
        properties.stringType("full_address", ADDRESS);
        properties.object("coordinates", coordinates -> {
            coordinates.numberType("longitude", DEPOT.longitude());
            coordinates.numberType("latitude", DEPOT.latitude());
        });
    }
}
