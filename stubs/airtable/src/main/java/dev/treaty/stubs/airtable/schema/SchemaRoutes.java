package dev.treaty.stubs.airtable.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;

/**
 * Reading and extending the schema, and controls for what only people can do in Airtable:
 *
 * <ul>
 *   <li>{@code POST /__treaty/bases} with {@code {"id", "name", "tables"}} adds a base whose id an application has in its configuration
 *   <li>{@code POST /__treaty/views} with {@code {"base", "table", "name", "filterByFormula", "sort"}} adds a view
 * </ul>
 */
public final class SchemaRoutes {

    private static final String BASES = "/v0/meta/bases";
    private static final String TABLES = BASES + "/{base}/tables";

    private SchemaRoutes() {}

    /** Adds the routes. */
    public static void addTo(RouteTable<RouteHandler> routes) {
        routes.add("GET " + BASES, SchemaRoutes::bases);
        routes.add("POST " + BASES, exchange -> createBase(exchange, AirtableId.random("app")));
        routes.add(
                "POST " + ProviderReplay.CONTROL_PATH + "/bases",
                exchange -> createBase(exchange, body(exchange).path("id").asText(AirtableId.random("app"))));
        routes.add("GET " + TABLES, exchange -> tables(exchange, exchange.parameter("base")));
        routes.add("POST " + TABLES, SchemaRoutes::createTable);
        routes.add("POST " + TABLES + "/{table}/fields", SchemaRoutes::createField);
        routes.add("POST " + ProviderReplay.CONTROL_PATH + "/views", SchemaRoutes::createView);
    }

    private static StubResponse bases(Exchange exchange) {
        var body = Json.object();
        var list = body.putArray("bases");
        new Tables(exchange.world()).bases().forEach(list::add);
        return AirtableError.json(200, body);
    }

    private static StubResponse createBase(Exchange exchange, String id) {
        var given = body(exchange);
        var tables = new Tables(exchange.world());
        if (given.path("name").asText().isBlank() || given.path("tables").isEmpty()) {
            throw AirtableError.invalidRequest("a base needs a name and at least one table");
        }
        tables.addBase(id, given.path("name").asText());
        RequestBody.objects(given, "tables").forEach(table -> tables.create(id, table));
        var body = Json.object().put("id", id);
        var list = body.putArray("tables");
        tables.ofBase(id).forEach(table -> list.add(table.toJson()));
        return AirtableError.json(200, body);
    }

    private static StubResponse tables(Exchange exchange, String base) {
        var body = Json.object();
        var list = body.putArray("tables");
        new Tables(exchange.world()).ofBase(base).forEach(table -> list.add(table.toJson()));
        return AirtableError.json(200, body);
    }

    private static StubResponse createTable(Exchange exchange) {
        var table = new Tables(exchange.world()).create(exchange.parameter("base"), body(exchange));
        return AirtableError.json(200, table.toJson());
    }

    private static StubResponse createField(Exchange exchange) {
        var tables = new Tables(exchange.world());
        var table = tables.table(exchange.parameter("base"), exchange.parameter("table"));
        return AirtableError.json(200, tables.addField(table, body(exchange)).toJson());
    }

    private static StubResponse createView(Exchange exchange) {
        var given = body(exchange);
        var tables = new Tables(exchange.world());
        var table =
                tables.table(given.path("base").asText(), given.path("table").asText());
        table.addView(given.path("name").asText(), given.deepCopy().retain("filterByFormula", "sort"));
        tables.put(table);
        return AirtableError.json(200, table.toJson());
    }

    private static ObjectNode body(Exchange exchange) {
        return RequestBody.of(exchange.request());
    }
}
