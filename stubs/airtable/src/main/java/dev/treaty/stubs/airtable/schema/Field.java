package dev.treaty.stubs.airtable.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A field of a table.
 *
 * @param options as the API has them: choices of a select, linked table of a link, precision of a number; empty if there are none
 */
public record Field(String id, String name, FieldType type, ObjectNode options) {

    private static final String CHOICES = "choices";

    /** The field as it is stored. */
    static Field of(ObjectNode stored) {
        var text = stored.path("type").asText();
        var type = FieldType.of(text).orElseThrow(() -> AirtableError.notCovered("field type " + text));
        var options = stored.path("options") instanceof ObjectNode given ? given : Json.object();
        return new Field(stored.path("id").asText(), stored.path("name").asText(), type, options);
    }

    /**
     * A field that a client wants: {@code {"name", "type", "options"}}. It gets an id, and each of its choices, too, unless they have
     * one.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if it has no name, or a type that the replay does not have
     */
    public static Field wanted(ObjectNode given) {
        if (given.path("name").asText().isBlank()) {
            throw AirtableError.invalidRequest("a field needs a name");
        }
        var stored = given.deepCopy();
        if (!stored.has("id")) {
            stored.put("id", AirtableId.random("fld"));
        }
        var field = of(stored);
        for (var choice : field.options.path(CHOICES)) {
            if (choice instanceof ObjectNode object && !object.has("id")) {
                object.put("id", AirtableId.random("sel"));
            }
        }
        return field;
    }

    /** The names of a select's choices, in their order. */
    public List<String> choices() {
        return StreamSupport.stream(options.path(CHOICES).spliterator(), false)
                .map(choice -> choice.path("name").asText())
                .toList();
    }

    /** A select's choice as webhooks show it: {@code {"id", "name"}}. */
    public ObjectNode choice(String name) {
        return StreamSupport.stream(options.path(CHOICES).spliterator(), false)
                .filter(choice -> choice.path("name").asText().equals(name))
                .findFirst()
                .<ObjectNode>map(choice -> choice.deepCopy())
                .orElseGet(() -> Json.object().put("name", name));
    }

    /** Adds a choice to a select; to be stored with the table. */
    public void addChoice(String name) {
        options.withArray(CHOICES)
                .addObject()
                .put("id", AirtableId.random("sel"))
                .put("name", name);
    }

    /** The id of the table that a link leads to. */
    public String linkedTable() {
        return options.path("linkedTableId").asText();
    }

    /** The id of the field that holds the other end of a link; empty for a link within a table. */
    public Optional<String> inverse() {
        return Optional.of(options.path("inverseLinkFieldId").asText()).filter(id -> !id.isEmpty());
    }

    /** Whether this is the field that a client calls so, by name or id. */
    public boolean isCalled(String nameOrId) {
        return name.equals(nameOrId) || id.equals(nameOrId);
    }

    /** As the API shows it. */
    ObjectNode toJson() {
        var json = Json.object().put("id", id).put("name", name).put("type", type.text());
        if (!options.isEmpty()) {
            json.set("options", options);
        }
        return json;
    }
}
