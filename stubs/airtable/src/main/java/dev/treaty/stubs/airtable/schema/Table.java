package dev.treaty.stubs.airtable.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A table of a base: its fields and its views. A copy: a change counts when it is {@linkplain Tables#put put}. */
public final class Table {

    private static final String FIELDS = "fields";
    private static final String VIEWS = "views";

    private final ObjectNode stored;
    private final List<Field> fields = new ArrayList<>();

    Table(ObjectNode stored) {
        this.stored = stored;
        stored.path(FIELDS).forEach(field -> fields.add(Field.of((ObjectNode) field)));
    }

    /**
     * A table that a client wants: {@code {"name", "fields"}}; the first field is the primary one.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if it has no name or no field
     */
    static Table wanted(String base, ObjectNode given) {
        if (given.path("name").asText().isBlank() || given.path(FIELDS).isEmpty()) {
            throw AirtableError.invalidRequest("a table needs a name and at least one field");
        }
        var stored = Json.object()
                .put("id", given.path("id").asText(AirtableId.random("tbl")))
                .put("base", base)
                .put("name", given.path("name").asText());
        stored.putArray(FIELDS);
        stored.putArray(VIEWS)
                .addObject()
                .put("id", AirtableId.random("viw"))
                .put("name", "Grid view")
                .put("type", "grid");
        var table = new Table(stored);
        RequestBody.objects(given, FIELDS).forEach(field -> table.add(Field.wanted(field)));
        return table;
    }

    /** E.g. {@code "tblCustomers00001"}. */
    public String id() {
        return stored.path("id").asText();
    }

    /** The id of the base that it is in. */
    public String base() {
        return stored.path("base").asText();
    }

    /** Unique in its base. */
    public String name() {
        return stored.path("name").asText();
    }

    /** Whether this is the table that a client calls so, by name or id. */
    boolean isCalled(String nameOrId) {
        return id().equals(nameOrId) || name().equals(nameOrId);
    }

    /** All fields, the primary one first. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** The field by which people know a record. */
    public Field primary() {
        return fields.get(0);
    }

    /** The field with this name or id. */
    public Optional<Field> find(String nameOrId) {
        return fields.stream().filter(field -> field.isCalled(nameOrId)).findFirst();
    }

    /**
     * The field with this name or id.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if there is none
     */
    public Field field(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> AirtableError.unknownField(nameOrId));
    }

    /**
     * Adds a field.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if there is one with its name
     */
    public void add(Field field) {
        if (find(field.name()).isPresent()) {
            throw AirtableError.of(
                    422,
                    "DUPLICATE_OR_EMPTY_FIELD_NAME",
                    "The table has a field \"%s\" already".formatted(field.name()));
        }
        fields.add(field);
    }

    /** Removes a field; Airtable's API cannot, but people can. */
    public void remove(Field field) {
        fields.removeIf(other -> other.id().equals(field.id()));
    }

    /**
     * The view with this name or id.
     *
     * @return with {@code filterByFormula} and {@code sort}, if it has them
     * @throws dev.treaty.stubs.vendor.VendorError 422 if there is none
     */
    public ObjectNode view(String nameOrId) {
        return StreamSupport.stream(stored.path(VIEWS).spliterator(), false)
                .filter(view -> view.path("name").asText().equals(nameOrId)
                        || view.path("id").asText().equals(nameOrId))
                .findFirst()
                .map(ObjectNode.class::cast)
                .orElseThrow(() ->
                        AirtableError.of(422, "VIEW_NAME_NOT_FOUND", "View name %s was not found".formatted(nameOrId)));
    }

    /** Adds a view; Airtable's API cannot, but people can. */
    public void addView(String name, ObjectNode filterAndSort) {
        ObjectNode view = Json.object()
                .put("id", AirtableId.random("viw"))
                .put("name", name)
                .put("type", "grid");
        view.setAll(filterAndSort);
        stored.withArray(VIEWS).add(view);
    }

    ObjectNode stored() {
        var list = stored.putArray(FIELDS);
        fields.forEach(field -> list.add(field.toJson()));
        return stored;
    }

    /** As the API shows it: without what only the replay knows of a view. */
    ObjectNode toJson() {
        var json = Json.object()
                .put("id", id())
                .put("name", name())
                .put("primaryFieldId", primary().id());
        var list = json.putArray(FIELDS);
        fields.forEach(field -> list.add(field.toJson()));
        var views = json.putArray(VIEWS);
        for (var view : stored.path(VIEWS)) {
            views.add(((ObjectNode) view.deepCopy()).retain("id", "name", "type"));
        }
        return json;
    }
}
