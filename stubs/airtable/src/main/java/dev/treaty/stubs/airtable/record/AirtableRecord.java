package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A record as it is kept: its cells by the ids of their fields, empty ones left out.
 *
 * @param stored not copied
 */
public record AirtableRecord(ObjectNode stored) {

    private static final String CELLS = "cells";

    static AirtableRecord of(String id, String table, long number, Instant created) {
        var stored = Json.object()
                .put("id", id)
                .put("table", table)
                .put("number", number)
                .put("created", created.toString())
                .put("modified", created.toString());
        stored.putObject(CELLS);
        return new AirtableRecord(stored);
    }

    /** E.g. {@code "recErika000000001"}. */
    public String id() {
        return stored.path("id").asText();
    }

    /** Of all records of the table that there were, from 1. */
    public long number() {
        return stored.path("number").asLong();
    }

    /** When it was created. */
    public Instant created() {
        return Instant.parse(stored.path("created").asText());
    }

    /** When it was changed last. */
    public Instant modified() {
        return Instant.parse(stored.path("modified").asText());
    }

    /** What is in a field; missing if it is empty. */
    public JsonNode cell(Field field) {
        return stored.path(CELLS).path(field.id());
    }

    /** The ids of the records that a link leads to. */
    List<String> links(Field field) {
        var ids = new ArrayList<String>();
        cell(field).forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** The same record with another value in a field; without one, if it is null. */
    AirtableRecord with(Field field, JsonNode value, Instant now) {
        var copy = stored.deepCopy().put("modified", now.toString());
        var cells = (ObjectNode) copy.path(CELLS);
        if (value.isNull()) {
            cells.remove(field.id());
        } else {
            cells.set(field.id(), value);
        }
        return new AirtableRecord(copy);
    }
}
