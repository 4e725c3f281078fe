package dev.treaty.stubs.mapbox.place;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Collection;
import java.util.List;

/** Places as GeoJSON (RFC 7946). */
final class FeatureWriter {

    private static final String ATTRIBUTION = "NOTICE: places of a stub server, which are made up.";

    private FeatureWriter() {}

    static ObjectNode collection(Collection<KnownPlace> places) {
        var collection = Json.object().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        places.forEach(place -> features.add(feature(place)));
        return collection.put("attribution", ATTRIBUTION);
    }

    private static ObjectNode feature(KnownPlace place) {
        var id = "treaty." + Integer.toHexString(place.fullAddress().hashCode());
        var feature = Json.object().put("type", "Feature").put("id", id);
        feature.putObject("geometry")
                .put("type", "Point")
                .set("coordinates", place.coordinate().toJson());
        var isAddress = place.street().matches(".*\\d.*");
        var properties = feature.putObject("properties")
                .put("mapbox_id", id)
                .put("feature_type", isAddress ? "address" : "street")
                .put("name", place.street())
                .put("name_preferred", place.street())
                .put("place_formatted", place.placeFormatted())
                .put("full_address", place.fullAddress());
        var coordinates = properties.putObject("coordinates");
        coordinates
                .put("longitude", place.coordinate().longitude())
                .put("latitude", place.coordinate().latitude());
        if (isAddress) {
            coordinates.put("accuracy", "rooftop");
        }
        context(place, properties.putObject("context"));
        matchCode(place, isAddress, properties.putObject("match_code"));
        return feature;
    }

    private static void context(KnownPlace place, ObjectNode context) {
        context.putObject("postcode").put("name", place.postcode());
        context.putObject("place").put("name", place.place());
        context.putObject("country").put("name", place.country()).put("country_code", place.country());
    }

    private static void matchCode(KnownPlace place, boolean isAddress, ObjectNode code) {
        code.put("address_number", isAddress ? "matched" : "unmatched");
        for (var part : List.of("street", "place", "postcode", "country")) {
            code.put(part, place.confidence().equals("low") ? "unmatched" : "matched");
        }
        code.put("confidence", place.confidence());
    }
}
