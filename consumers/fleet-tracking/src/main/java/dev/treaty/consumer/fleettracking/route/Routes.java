package dev.treaty.consumer.fleettracking.route;

import dev.treaty.consumer.fleettracking.connection.Cursor;
import dev.treaty.consumer.fleettracking.connection.ExternalId;
import dev.treaty.consumer.fleettracking.connection.FeedPage;
import dev.treaty.consumer.fleettracking.connection.Page;
import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.fleettracking.connection.SamsaraException;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of the organisation. */
public final class Routes {

    private static final String PATH = "/fleet/routes";

    private final SamsaraApi api;

    public Routes(SamsaraApi api) {
        this.api = api;
    }

    /**
     * Creates a route, unless there is one with its external ID already. Samsara knows no idempotency key: after a call without a reply,
     * call this again, and it looks before it creates.
     */
    public Route createOnce(NewRoute route) {
        try {
            return find(route.externalId());
        } catch (SamsaraException.NotFound e) {
            return api.post(PATH, RouteBody.of(route)).read("data", Route.class);
        }
    }

    /**
     * Reads one route.
     *
     * @throws SamsaraException.NotFound if there is none
     */
    public Route find(String id) {
        return read(PercentEncoding.encode(id));
    }

    /**
     * Reads the route that another system knows by this id.
     *
     * @throws SamsaraException.NotFound if there is none
     */
    public Route find(ExternalId id) {
        return read(id.segment());
    }

    private Route read(String segment) {
        return api.get(PATH + "/" + segment, Query.none()).read("data", Route.class);
    }

    /** Lists the routes of a time. */
    public List<Route> between(Instant from, Instant to) {
        var query = Query.of("startTime", from).and("endTime", to);
        return Page.all(after -> Page.of(api.get(PATH, query.and("after", after)), Route.class));
    }

    /**
     * Gives a route to another vehicle.
     *
     * @throws SamsaraException.NotFound if there is no such route
     */
    public Route assign(String id, String vehicleId) {
        return api.patch(PATH + "/" + PercentEncoding.encode(id), Map.of("vehicleId", vehicleId))
                .read("data", Route.class);
    }

    /**
     * Removes a route.
     *
     * @throws SamsaraException.NotFound if there is none
     */
    public void remove(String id) {
        api.delete(PATH + "/" + PercentEncoding.encode(id));
    }

    /**
     * What has happened on all routes since a cursor.
     *
     * @param after empty for the first call
     */
    public FeedPage<RouteNews> news(Optional<Cursor> after) {
        var query = Query.of("expand", "route").and("after", after);
        return FeedPage.of(api.get(PATH + "/audit-logs/feed", query), RouteNews.class);
    }
}
