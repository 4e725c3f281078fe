package dev.treaty.consumer.routeplanning;

import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.routeplanning.connection.MapboxConnection;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Rejected;
import java.util.Optional;
import java.util.Set;

/**
 * What navigation answers: {@code "code": "Ok"} and a way, or why there is none. That there is none comes with 200 or as a refusal; Mapbox's
 * documents do not say which for each code, so both are read.
 *
 * @param code e.g. {@code "Ok"}, {@code "NoRoute"}
 * @param reply empty if it was a refusal
 */
record NavigationReply(String code, Optional<HttpReply> reply) {

    private static final String OK = "Ok";
    private static final Set<String> NO_WAY = Set.of("NoRoute", "NoTrips", "NoSegment");

    static NavigationReply of(MapboxConnection connection, String path, Query parameters) {
        try {
            var reply = connection.get(path, parameters);
            var code = reply.read(Coded.class).code();
            if (!code.equals(OK) && !NO_WAY.contains(code)) {
                throw reply.unreadable("has another code than Ok, NoRoute, NoTrips and NoSegment");
            }
            return new NavigationReply(code, Optional.of(reply));
        } catch (Rejected e) {
            if (!NO_WAY.contains(e.code())) {
                throw e;
            }
            return new NavigationReply(e.code(), Optional.empty());
        }
    }

    /** The answer, if there is a way. */
    Optional<HttpReply> way() {
        return code.equals(OK) ? reply : Optional.empty();
    }

    /** Every answer has a code. */
    record Coded(String code) {}
}
