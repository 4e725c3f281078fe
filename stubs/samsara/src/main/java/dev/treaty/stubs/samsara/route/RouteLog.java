package dev.treaty.stubs.samsara.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.Cursor;
import dev.treaty.stubs.samsara.api.Query;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;

/** What happened on routes, in order; nothing is changed once it is written. */
public final class RouteLog implements SamsaraFeature {

    private static final ObjectKind KIND = ObjectKind.of("route-update");
    private static final String LIST = "route-updates";
    private static final int PAGE = 512;
    private static final String EXPANDED = "route";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET /fleet/routes/audit-logs/feed", RouteLog::feed);
    }

    /**
     * Writes that the state of a stop has changed.
     *
     * @param route as it is shown
     * @param before what the stop was like, as far as it changed
     * @param after what the stop is like, as far as it changed
     */
    static void add(
            World world,
            String at,
            String operation,
            String source,
            ObjectNode route,
            ObjectNode before,
            ObjectNode after) {
        var update = Json.object()
                .put("id", "update-" + world.nextNumber())
                .put("time", at)
                .put("type", "route tracking")
                .put("operation", operation)
                .put("source", source);
        update.set("route", route);
        var changes = update.putObject("changes");
        changes.putObject("before").putArray("stops").add(before);
        changes.putObject("after").putArray("stops").add(after);
        world.objects(KIND).put(update);
    }

    /** The cursor after everything that happened until now, for provider states. */
    public static String cursorAtEnd(World world) {
        return Cursor.of(
                world, LIST, lastId(world.objects(KIND).newestFirst().limit(1).toList(), ""));
    }

    private static StubResponse feed(Exchange exchange) {
        var world = exchange.world();
        var query = new Query(exchange.request());
        var after = query.text("after")
                .map(cursor -> Cursor.place(world, LIST, cursor))
                .orElse("");
        var updates = world.objects(KIND)
                .list(null, null, false, after.isEmpty() ? null : after)
                .limit(PAGE + 1L)
                .toList();
        var page = updates.subList(0, Math.min(PAGE, updates.size()));
        var isExpanded = query.list("expand").contains(EXPANDED);
        var data = Json.object().putArray("data");
        page.forEach(update -> data.add(shown(update, isExpanded)));
        return Answers.page(data, Cursor.of(world, LIST, lastId(page, after)), updates.size() > PAGE);
    }

    private static String lastId(List<ObjectNode> updates, String otherwise) {
        return updates.isEmpty()
                ? otherwise
                : updates.get(updates.size() - 1).path("id").asText();
    }

    private static ObjectNode shown(ObjectNode stored, boolean isExpanded) {
        var update = stored.deepCopy();
        update.remove("id");
        if (!isExpanded) {
            var route = update.path("route");
            var reference = Json.object()
                    .put("id", route.path("id").asText())
                    .put("name", route.path("name").asText());
            update.set("route", reference);
        }
        return update;
    }
}
