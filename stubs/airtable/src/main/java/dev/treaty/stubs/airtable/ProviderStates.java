package dev.treaty.stubs.airtable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.record.Pages;
import dev.treaty.stubs.airtable.record.RecordWriter;
import dev.treaty.stubs.airtable.record.Transaction;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.airtable.webhook.Webhooks;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The provider states of the contracts. The ids that their parameters name are given to what they need.
 *
 * @param parameters of the state
 * @param webhook where pings go
 */
record ProviderStates(World world, ObjectNode parameters, Optional<URI> webhook) {

    private static final Duration LOCKED = Duration.ofSeconds(30);
    private static final int REQUESTS_A_SECOND = 5;

    /** @throws IllegalArgumentException if there is no such state */
    void bringAbout(String state) {
        switch (state) {
            case "a base has a table of customers",
                    "a base may have another webhook",
                    "no customer exists",
                    "no customer has a number" -> customers();
            case "a customer exists" -> addCustomer(text("id"));
            case "customers exist", "a table holds three customers" -> addCustomers();
            case "a list of customers was begun" -> beginList();
            case "a view shows a customer" -> addView();
            case "a table of customers lacks a field" -> removeField();
            case "a webhook exists" -> addWebhook();
            case "customers have changed" -> changeCustomers();
            case "a token has only one scope" -> AccessTokens.restrict(world, List.of(text("scope")));
            case "the rate limit is exceeded" -> new RateLimits(world).exceed(REQUESTS_A_SECOND, LOCKED);
            case "a token is invalid" -> {
                // always so, for one that calls itself invalid
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private String text(String parameter) {
        return parameters.path(parameter).asText();
    }

    private Table customers() {
        return new CustomersTable(world).of(text("base"), text("table"));
    }

    private RecordWriter writer(Table table) {
        return new RecordWriter(new Transaction(world), table, true);
    }

    private void addCustomer(String id) {
        var fields = CustomersTable.fields(parameters.path("number").asText("C-1001"));
        if (parameters.has("email")) {
            fields.put("Email", text("email"));
        }
        writer(customers()).create(id, fields);
    }

    private void addCustomers() {
        var writer = writer(customers());
        var number = 1_001;
        for (var place : List.of("first", "second", "third")) {
            if (parameters.has(place)) {
                writer.create(text(place), CustomersTable.fields("C-" + number++));
            }
        }
    }

    private void beginList() {
        addCustomers();
        Pages.begin(world, text("offset"));
    }

    private void addView() {
        addCustomers();
        var table = customers();
        table.addView(text("view"), Json.object().put("filterByFormula", "{Active}"));
        new Transaction(world).tables().put(table);
    }

    private void removeField() {
        var table = customers();
        table.remove(table.field(text("field")));
        new Transaction(world).tables().put(table);
    }

    private void addWebhook() {
        var given = Json.object();
        var filters = given.putObject("specification").putObject("options").putObject("filters");
        filters.putArray("dataTypes").add("tableData");
        filters.put("recordChangeScope", customers().id());
        webhook.ifPresent(url -> given.put("notificationUrl", url.toString()));
        new Webhooks(world).create(text("base"), text("webhook"), AirtableStub.MAC_SECRET, given);
    }

    /** One is created, one is changed, one is deleted: three transactions, after the webhook was created. */
    private void changeCustomers() {
        var table = customers();
        writer(table).create(text("changed"), CustomersTable.fields("C-1002"));
        writer(table).create(text("deleted"), CustomersTable.fields("C-1003"));
        addWebhook();
        note(writer(table), writer -> writer.create(text("created"), CustomersTable.fields("C-1001")));
        note(
                writer(table),
                writer -> writer.change(text("changed"), Json.object().put("Phone", "+15005550006"), false));
        note(writer(table), writer -> writer.delete(text("deleted")));
    }

    private void note(RecordWriter writer, Writing writing) {
        writing.write(writer);
        new Webhooks(world).note(text("base"), writer.transaction().changes());
    }

    /** What happens in one transaction. */
    private interface Writing {
        void write(RecordWriter writer);
    }
}
