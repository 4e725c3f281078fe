package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.AddressRange;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;

/** Lists of what is usually harmless, although somebody may have called it an indicator. */
final class WarningLists {

    private static final String OWN = "warning-list";

    private static final List<WarningList> ALL = List.of(
            new WarningList("1", "List of RFC 1918 CIDR blocks", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
            new WarningList("2", "List of known public DNS resolvers", "192.0.2.0/28"));

    private WarningLists() {}

    /** Puts an address on a list of the account. */
    static void add(World world, String value) {
        var own = world.value(OWN).orElseGet(Json::object);
        world.setValue(OWN, own.put(value, true));
    }

    /** Whether a value is on any list. */
    static boolean contain(World world, String value) {
        return !matches(world, value).isEmpty();
    }

    /**
     * {@code POST /warninglists/checkValue} with a list of values. What PHP writes if none matches is an empty list, not an object; nobody has
     * confirmed it.
     */
    static StubResponse checkValue(Exchange exchange) {
        var matches = Json.object();
        for (var value : MispBody.of(exchange.request()).json()) {
            var lists = matches(exchange.world(), value.asText());
            if (!lists.isEmpty()) {
                matches.set(value.asText(), lists);
            }
        }
        return MispError.json(200, matches.isEmpty() ? Json.tree(List.of()) : matches);
    }

    private static ArrayNode matches(World world, String value) {
        var matches = Json.object().putArray("lists");
        ALL.stream()
                .filter(list -> list.contains(value))
                .map(WarningList::toJson)
                .forEach(matches::add);
        if (world.value(OWN).filter(own -> own.has(value)).isPresent()) {
            matches.add(Json.object().put("id", "3").put("name", "List of this organisation's own addresses"));
        }
        return matches;
    }

    private record WarningList(String id, String name, List<AddressRange> ranges) {

        WarningList(String id, String name, String... ranges) {
            this(id, name, List.of(ranges).stream().map(AddressRange::parse).toList());
        }

        boolean contains(String value) {
            return IpAddress.parse(value)
                    .filter(address -> ranges.stream().anyMatch(range -> range.contains(address)))
                    .isPresent();
        }

        ObjectNode toJson() {
            return Json.object().put("id", id).put("name", name);
        }
    }
}
