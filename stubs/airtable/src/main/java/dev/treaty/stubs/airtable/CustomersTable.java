package dev.treaty.stubs.airtable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.airtable.schema.Tables;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table that the provider states of the contracts speak of.
 *
 * @param world in which it is
 */
record CustomersTable(World world) {

    private static final List<Map<String, Object>> FIELDS = List.of(
            Map.of("name", "Customer number", "type", "singleLineText"),
            Map.of("name", "Name", "type", "singleLineText"),
            Map.of("name", "Email", "type", "email"),
            Map.of("name", "Phone", "type", "phoneNumber"),
            Map.of("name", "Service", "type", "singleSelect", "options", Map.of("choices", choices())),
            Map.of("name", "Active", "type", "checkbox"),
            Map.of("name", "Monthly fee", "type", "currency", "options", Map.of("precision", 2, "symbol", "$")),
            Map.of("name", "Since", "type", "date", "options", Map.of("dateFormat", Map.of("name", "iso"))));

    private static List<Map<String, String>> choices() {
        return List.of(Map.of("name", "Residential"), Map.of("name", "Commercial"));
    }

    /** The table with this id, which is created if there is none. */
    Table of(String base, String id) {
        var tables = new Tables(world);
        if (!tables.hasBase(base)) {
            tables.addBase(base, "Customers");
        }
        return tables.find(id).orElseGet(() -> {
            var given = Json.object().put("id", id).put("name", "Customers");
            given.set("fields", Json.tree(FIELDS));
            return tables.create(base, given);
        });
    }

    /** The fields of a customer. */
    static ObjectNode fields(String number) {
        return Json.object()
                .put("Customer number", number)
                .put("Name", "Customer " + number)
                .put("Email", number.toLowerCase(Locale.ROOT) + "@example.com")
                .put("Service", "Residential")
                .put("Active", true)
                .put("Monthly fee", 24.5)
                .put("Since", "2026-01-15");
    }
}
