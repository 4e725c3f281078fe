package dev.treaty.stubs.mapbox.road;

import dev.treaty.stubs.mapbox.api.Parameters;
import dev.treaty.stubs.vendor.Exchange;
import java.util.HashSet;
import java.util.Set;

/**
 * A request for a way.
 *
 * @param coordinates as the client wrote them
 */
record NavigationRequest(Profile profile, String coordinates, Parameters parameters) {

    /** What asks for more than the replay's arithmetic knows, and changes nothing of it. */
    private static final Set<String> IGNORED =
            Set.of("approaches", "bearings", "radiuses", "language", "depart_at", "exclude", "waypoint_names");

    /** @throws dev.treaty.stubs.vendor.VendorError 404 if there is no such profile, 422 if there is a parameter that the replay does not know */
    static NavigationRequest of(Exchange exchange, Set<String> known) {
        return new NavigationRequest(
                profile(exchange),
                exchange.parameter("coordinates"),
                new Parameters(exchange.request().queryParameters()).require(known, IGNORED));
    }

    /** A request whose coordinates are too long for a URL. */
    static NavigationRequest ofForm(Exchange exchange, Set<String> known) {
        var form = new Parameters(exchange.request().formParameters());
        return new NavigationRequest(
                profile(exchange), form.text("coordinates", ""), form.require(known, with(IGNORED)));
    }

    private static Set<String> with(Set<String> ignored) {
        var all = new HashSet<>(ignored);
        all.add("coordinates");
        return all;
    }

    private static Profile profile(Exchange exchange) {
        return Profile.of(exchange.parameter("user"), exchange.parameter("profile"));
    }
}
