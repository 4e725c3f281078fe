package dev.treaty.stubs.stripe.surface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Compares responses with the data. */
public final class SurfaceValidator {

    private final Surface surface;

    /** @param surface what responses shall satisfy */
    public SurfaceValidator(Surface surface) {
        this.surface = surface;
    }

    /**
     * What a response has that the data does not allow, one line each, e.g. {@code "customer.email: number instead of text"}.
     *
     * @param response an object, a page of a list, or what is left of a deleted object
     */
    public List<String> problems(JsonNode response) {
        var problems = new ArrayList<String>();
        anyObject(response, "", problems);
        return problems;
    }

    /** Whether a field may have a value. */
    public boolean allows(Shape shape, JsonNode value) {
        var problems = new ArrayList<String>();
        check(shape, value, "", problems);
        return problems.isEmpty();
    }

    private void anyObject(JsonNode value, String path, List<String> problems) {
        var kind = value.path("object").asText();
        if (kind.equals("list") || kind.equals("search_result")) {
            page(value, path, problems);
            return;
        }
        var name = value.path("deleted").asBoolean()
                        && surface.object(kind + ".deleted").isPresent()
                ? kind + ".deleted"
                : kind;
        var shape = surface.object(name);
        if (shape.isEmpty() || !(value instanceof ObjectNode object)) {
            problems.add(path + ": not an object of Stripe's: " + value);
        } else if (kind.equals("event")) {
            anyObject(value.path("data").path("object"), path + "event.data.object", problems);
        } else {
            fields(shape.get(), object, path.isEmpty() ? name : path, problems);
        }
    }

    private void page(JsonNode page, String path, List<String> problems) {
        if (!page.path("data").isArray()
                || !page.path("has_more").isBoolean()
                || !page.path("url").isTextual()) {
            problems.add(path + ": not a page of a list: " + page);
        }
        for (var i = 0; i < page.path("data").size(); i++) {
            anyObject(page.path("data").get(i), path + "data[" + i + "]", problems);
        }
    }

    private void fields(Shape shape, ObjectNode object, String path, List<String> problems) {
        shape.fields().forEach((name, field) -> {
            var value = object.get(name);
            if (value != null) {
                check(field, value, path + "." + name, problems);
            } else if (field.isRequired()) {
                problems.add(path + "." + name + ": missing");
            }
        });
        object.fieldNames().forEachRemaining(name -> {
            if (shape.field(name).isEmpty()) {
                problems.add(path + "." + name + ": not in the data");
            }
        });
    }

    private void check(Shape shape, JsonNode value, String path, List<String> problems) {
        if (value.isNull()) {
            if (!shape.isNullable() && shape.type() != Shape.Type.ANY) {
                problems.add(path + ": null");
            }
            return;
        }
        switch (shape.type()) {
            case INT -> require(value.isNumber(), "a number", value, path, problems);
            case BOOL -> require(value.isBoolean(), "a boolean", value, path, problems);
            case STR, DECIMAL -> require(value.isTextual(), "a text", value, path, problems);
            case ENUM ->
                require(shape.values().contains(value.asText()), "one of " + shape.values(), value, path, problems);
            case MAP -> require(value.isObject(), "an object", value, path, problems);
            case LIST -> list(shape, value, path, problems);
            case PAGE -> page(value, path, problems);
            case ID -> reference(value, path, problems);
            case OBJ -> object(shape, value, path, problems);
            case ANY -> {
                // whatever it is
            }
        }
    }

    private static void require(boolean holds, String expected, JsonNode value, String path, List<String> problems) {
        if (!holds) {
            problems.add("%s: %s instead of %s".formatted(path, value, expected));
        }
    }

    private void list(Shape shape, JsonNode value, String path, List<String> problems) {
        require(value.isArray(), "a list", value, path, problems);
        for (var i = 0; i < value.size(); i++) {
            check(shape.element(), value.get(i), path + "[" + i + "]", problems);
        }
    }

    private void reference(JsonNode value, String path, List<String> problems) {
        if (value.isObject()) {
            anyObject(value, path, problems);
        } else {
            require(value.isTextual(), "an id", value, path, problems);
        }
    }

    private void object(Shape shape, JsonNode value, String path, List<String> problems) {
        if (!(value instanceof ObjectNode object)) {
            problems.add(path + ": " + value + " instead of an object");
            return;
        }
        if (shape.hasAlternatives()
                && surface.object(object.path("object").asText()).isPresent()) {
            anyObject(object, path, problems); // the data names only the first of several kinds
            return;
        }
        var referenced = shape.reference().flatMap(surface::object);
        if (referenced.isPresent()) {
            fields(referenced.get(), object, path, problems);
        } else if (shape.hasFields() && !shape.fields().isEmpty()) {
            fields(shape, object, path, problems);
        }
    }
}
