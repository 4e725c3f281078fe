package dev.treaty.stubs.threatsources.address;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a vendor knows of an address: the rows of {@code known-addresses.json} whose ranges contain it, the narrower ones above the wider ones,
 * and above them what an account was told ({@code POST /__treaty/addresses/{ip}}). A public address that nobody has told anything of is clean.
 */
public final class KnownAddresses {

    /** How far the number of engines that call an address malicious varies within a range. */
    private static final int VARIETY = 5;

    private static final List<Row> ROWS = read();

    private KnownAddresses() {}

    /**
     * The facts about an address, each of which may be missing: {@code country} (ISO 3166), {@code asn}, {@code owner}, {@code network} (bits),
     * {@code analysed}, {@code malicious}, {@code suspicious} (engines), {@code reputation}, {@code score} (0 to 100), {@code reports},
     * {@code reporters}, {@code categories}, {@code whitelisted}, {@code tor}, {@code usageType}.
     */
    public static ObjectNode facts(World world, IpAddress address) {
        var facts = Json.object();
        ROWS.stream().filter(row -> row.range().contains(address)).forEach(row -> facts.setAll(row.facts()));
        var malicious = facts.path("malicious").asInt();
        if (malicious > 1) {
            facts.put("malicious", malicious + address.last() % VARIETY);
        }
        world.value(key(address)).ifPresent(facts::setAll);
        return facts;
    }

    /** Tells an account more about an address, or something else. */
    public static void tell(World world, IpAddress address, ObjectNode facts) {
        var known = world.value(key(address)).orElseGet(Json::object);
        known.setAll(facts);
        world.setValue(key(address), known);
    }

    /** Addresses that {@code known-addresses.json} names, for lists. */
    public static List<IpAddress> named() {
        return ROWS.stream()
                .flatMap(row -> StreamSupport.stream(row.named().spliterator(), false))
                .map(name -> IpAddress.parse(name.asText()).orElseThrow())
                .toList();
    }

    private static String key(IpAddress address) {
        return "address/" + HexFormat.of().formatHex(address.bytes());
    }

    private static List<Row> read() {
        try (var stream = KnownAddresses.class.getResourceAsStream("known-addresses.json")) {
            if (stream == null) {
                throw new IllegalStateException("known-addresses.json is missing");
            }
            return StreamSupport.stream(Json.parse(stream.readAllBytes()).spliterator(), false)
                    .map(Row::of)
                    .sorted(Comparator.comparingInt(row -> row.range().bits()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param named some addresses of the range */
    private record Row(AddressRange range, JsonNode named, ObjectNode facts) {

        static Row of(JsonNode json) {
            var facts = (ObjectNode) json.deepCopy();
            var range = AddressRange.parse(facts.remove("range").asText());
            var named = json.path("named");
            facts.remove("named");
            return new Row(range, named, facts);
        }
    }
}
