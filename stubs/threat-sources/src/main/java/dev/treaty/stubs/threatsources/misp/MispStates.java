package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.threatsources.key.ApiKey;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;

/** The provider states of the contracts. */
final class MispStates {

    private static final int REQUESTS = 100;
    private static final int WINDOW = 900;

    private MispStates() {}

    /** @throws IllegalArgumentException if there is no such state */
    static void bringAbout(World world, String state, ObjectNode parameters) {
        switch (state) {
            case "an event knows an address" -> addEvent(world, parameters);
            case "no event knows an address" ->
                forget(world, parameters.path("ip").asText());
            case "an address is on a warning list" -> {
                addEvent(world, parameters);
                WarningLists.add(world, parameters.path("ip").asText());
            }
            case "an event exists" -> event(world, parameters.path("id").asText());
            case "the key is revoked" -> ApiKey.revoke(world);
            case "the rate limit is exceeded" ->
                new RateLimits(world)
                        .exceed(
                                REQUESTS,
                                Duration.ofSeconds(parameters.path("seconds").asInt(WINDOW)));
            case "an instance of MISP runs" -> {
                // always so
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private static void addEvent(World world, ObjectNode parameters) {
        var id = parameters.path("event").asText(EventTable.freeId(world.objects(EventTable.EVENT), world));
        var ip = parameters.path("ip").asText();
        forget(world, ip);
        var attribute = Json.object().put("type", "ip-src").put("value", ip);
        attribute.putArray("Tag").addObject().put("name", "tlp:amber");
        Attributes.keep(world, event(world, id), new MispBody(attribute));
    }

    private static ObjectNode event(World world, String id) {
        var body = Json.object()
                .put("info", "Scanners of SSH servers")
                .put("published", true)
                .put("threat_level_id", "2");
        world.objects(EventTable.EVENT).remove(id);
        return EventTable.create(world, id, new MispBody(body));
    }

    private static void forget(World world, String value) {
        var attributes = world.objects(Attributes.ATTRIBUTE);
        attributes
                .list("value", value, false, null)
                .map(attribute -> attribute.path("id").asText())
                .toList()
                .forEach(attributes::remove);
    }
}
