package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * {@code POST /attributes/restSearch} by {@code value}, {@code type}, {@code tags}, {@code to_ids}, {@code published}, {@code last} and {@code
 * eventid}, without what is on a warning list if {@code enforceWarninglist} says so. Nothing found is an empty list; pages end with an empty one.
 */
final class AttributeSearch {

    private static final Pattern LAST = Pattern.compile("(\\d{1,6})([smhdw])");
    private static final int NO_LIMIT = 1_000_000;

    private AttributeSearch() {}

    static StubResponse search(Exchange exchange) {
        var body = MispBody.of(exchange.request());
        var world = exchange.world();
        var found = candidates(world, body.texts("value"))
                .filter(attribute -> matches(world, body, attribute))
                .toList();
        var limit = Math.max(1, body.number("limit", NO_LIMIT));
        var attributes = Json.object().putArray("Attribute");
        found.stream()
                .skip((Math.max(1, body.number("page", 1)) - 1L) * limit)
                .limit(limit)
                .map(attribute -> shown(world, body, attribute))
                .forEach(attributes::add);
        var response = Json.object();
        response.putObject("response").set("Attribute", attributes);
        return MispError.json(200, response).withHeader("X-Result-Count", String.valueOf(found.size()));
    }

    private static Stream<ObjectNode> candidates(World world, List<String> values) {
        var table = world.objects(Attributes.ATTRIBUTE);
        return values.isEmpty()
                ? table.oldestFirst()
                : values.stream().flatMap(value -> table.list("value", value, false, null));
    }

    private static boolean matches(World world, MispBody body, ObjectNode attribute) {
        return isOneOf(body.texts("type"), attribute.path("type"))
                && isOneOf(body.texts("eventid"), attribute.path("event_id"))
                && hasOneOf(body.texts("tags"), attribute)
                && (!body.has("to_ids") || attribute.path("to_ids").asBoolean() == body.isSet("to_ids", false))
                && (!body.has("published")
                        || event(world, attribute).path("published").asBoolean() == body.isSet("published", false))
                && isRecent(world, body.text("last", ""), attribute)
                && !(body.isSet("enforceWarninglist", false)
                        && WarningLists.contain(world, attribute.path("value").asText()));
    }

    private static boolean isOneOf(List<String> wanted, JsonNode value) {
        return wanted.isEmpty() || wanted.contains(value.asText());
    }

    private static boolean hasOneOf(List<String> wanted, ObjectNode attribute) {
        return wanted.isEmpty()
                || StreamSupport.stream(attribute.path("Tag").spliterator(), false)
                        .anyMatch(tag -> wanted.contains(tag.path("name").asText()));
    }

    /** @param last e.g. {@code "30d"}; anything else means any time */
    private static boolean isRecent(World world, String last, ObjectNode attribute) {
        var matcher = LAST.matcher(last);
        if (!matcher.matches()) {
            return true;
        }
        var seconds = Long.parseLong(matcher.group(1))
                * switch (matcher.group(2)) {
                    case "s" -> 1;
                    case "m" -> 60;
                    case "h" -> 3_600;
                    case "d" -> 86_400;
                    default -> 604_800;
                };
        return attribute.path("timestamp").asLong() >= world.nowSeconds() - seconds;
    }

    private static ObjectNode shown(World world, MispBody body, ObjectNode attribute) {
        var shown = attribute.deepCopy();
        var event = event(world, attribute);
        var part = shown.putObject("Event");
        for (var field : List.of("id", "info", "org_id", "orgc_id", "uuid", "distribution")) {
            part.set(field, event.path(field));
        }
        if (body.isSet("includeSightings", false)) {
            shown.set("Sighting", Sightings.of(world, attribute.path("id").asText()));
        }
        return shown;
    }

    private static JsonNode event(World world, ObjectNode attribute) {
        return world.objects(EventTable.EVENT)
                .find(attribute.path("event_id").asText())
                .orElseGet(Json::object);
    }
}
