package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.vendor.request.FormTree;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which records a client wants, from a query or from the body of {@code listRecords}, which have the same parameters.
 *
 * @param given as a tree; numbers and booleans may be texts
 */
record ListParameters(ObjectNode given) {

    /** The most records of a page, and how many there are unless the client wants fewer. */
    private static final int LARGEST_PAGE = 100;

    private static final int LONGEST_TARGET = 16_000;
    private static final Set<String> KNOWN = Set.of(
            "pageSize",
            "maxRecords",
            "view",
            "filterByFormula",
            "fields",
            "sort",
            "returnFieldsByFieldId",
            "offset",
            "cellFormat",
            "timeZone",
            "userLocale");

    /** Refuses what the replay does not know. */
    ListParameters {
        for (var parameter : given.properties()) {
            if (!KNOWN.contains(parameter.getKey())) {
                throw AirtableError.notCovered("the parameter " + parameter.getKey());
            }
        }
        if (!given.path("cellFormat").asText("json").equals("json")) {
            throw AirtableError.notCovered("cells as texts (cellFormat=string)");
        }
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 422 if the URL is longer than Airtable reads */
    static ListParameters ofQuery(VendorRequest request) {
        if (request.baseUrl().length()
                        + request.path().length()
                        + request.query().length()
                > LONGEST_TARGET) {
            throw AirtableError.invalidRequest(
                    "the URL may have 16,000 characters; send the parameters to listRecords instead");
        }
        return new ListParameters(FormTree.parse(request.query()));
    }

    static ListParameters ofBody(VendorRequest request) {
        return new ListParameters(RequestBody.of(request));
    }

    int pageSize() {
        return number("pageSize", LARGEST_PAGE, LARGEST_PAGE);
    }

    /** How many records there are on all pages at most. */
    int maxRecords() {
        return number("maxRecords", Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private int number(String name, int absent, int most) {
        var value = given.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        var number = value.asInt(0);
        if (number < 1 || number > most) {
            throw AirtableError.invalidRequest("%s must be between 1 and %d".formatted(name, most));
        }
        return number;
    }

    /** A text parameter; empty if there is none. */
    String text(String name) {
        return given.path(name).asText("");
    }

    boolean byFieldId() {
        return given.path("returnFieldsByFieldId").asBoolean();
    }

    /** The fields that the client wants, all of them unless it names some. */
    List<Field> fields(Table table) {
        var names = given.path("fields");
        if (names.isMissingNode() || (names.isEmpty() && !names.isTextual())) {
            return table.fields();
        }
        var fields = new ArrayList<Field>();
        if (names.isTextual()) {
            fields.add(table.field(names.asText()));
        }
        names.forEach(name -> fields.add(table.field(name.asText())));
        return fields;
    }

    /** How the client wants them sorted: {@code [{"field", "direction"}]}. */
    List<ObjectNode> sort() {
        return RequestBody.objects(given, "sort");
    }

    /** What the client must repeat with an offset. */
    String query() {
        var query = new StringBuilder();
        for (var name : List.of("view", "filterByFormula", "sort")) {
            JsonNode value = given.path(name);
            query.append(value.isMissingNode() ? "" : value).append('\n');
        }
        return query.toString();
    }
}
