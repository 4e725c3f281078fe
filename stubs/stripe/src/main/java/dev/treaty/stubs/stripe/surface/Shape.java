package dev.treaty.stubs.stripe.surface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a parameter or a field may be. */
public final class Shape {

    private static final ObjectNode NOTHING = Json.object();

    private final JsonNode described;
    private final Type type;
    private final boolean required;
    private final boolean nullable;
    private final List<String> values;
    /** Made when they are needed for the first time; no harm is done if two threads make them. */
    private volatile @Nullable Map<String, Shape> fields;

    Shape(JsonNode described) {
        this.described = described;
        type = Type.of(described.path("t").asText("any"));
        required = described.has("r");
        nullable = described.has("n");
        values = described.has("v") ? values(described.path("v")) : List.of();
    }

    private static List<String> values(JsonNode described) {
        var values = new ArrayList<String>();
        described.forEach(value -> values.add(value.asText()));
        return List.copyOf(values);
    }

    /** An object with fields that the data describes. */
    static Shape ofFields(JsonNode fields) {
        return new Shape(Json.object().put("t", "obj").set("f", fields));
    }

    /** The kind of value. */
    public Type type() {
        return type;
    }

    /** Whether a request must have the parameter, and a response the field. */
    public boolean isRequired() {
        return required;
    }

    /** Whether the value may be null. */
    public boolean isNullable() {
        return nullable;
    }

    /** Whether a request may clear the value with an empty text. */
    public boolean isClearable() {
        return described.has("e");
    }

    /** Whether the value may be of another type as well, which the data does not describe. */
    public boolean hasAlternatives() {
        return described.has("or");
    }

    /** The values of an enumeration; empty for other types. */
    public List<String> values() {
        return values;
    }

    /** Whether the fields of an object are known. */
    public boolean hasFields() {
        return described.path("f").isObject();
    }

    /** The fields of an object by name, in the order of the data; empty for other types. */
    public Map<String, Shape> fields() {
        var made = fields;
        if (made == null) {
            var shapes = new LinkedHashMap<String, Shape>();
            described.path("f").properties().forEach(field -> shapes.put(field.getKey(), new Shape(field.getValue())));
            made = Collections.unmodifiableMap(shapes);
            fields = made;
        }
        return made;
    }

    /** A field of an object. */
    public Optional<Shape> field(String name) {
        return Optional.ofNullable(fields().get(name));
    }

    /** What the elements of a list are; anything if the data does not say. */
    public Shape element() {
        var element = described.path("of");
        return new Shape(element.isObject() ? element : NOTHING);
    }

    /** The classes of the SDK that an id may refer to, or that a page has, e.g. {@code ["Customer", "DeletedCustomer"]}. */
    public List<String> referencedClasses() {
        var names = new ArrayList<String>();
        var of = described.path("of");
        if (of.isTextual()) {
            names.add(of.asText());
        } else if (of.isArray()) {
            of.forEach(name -> names.add(name.asText()));
        }
        return names;
    }

    /** The object that this is, by its kind, e.g. {@code "discount"}. */
    public Optional<String> reference() {
        return Optional.ofNullable(described.path("ref").textValue());
    }

    /** What a value can be. */
    public enum Type {
        /** Text. */
        STR,
        /** A number; most of them are integers. */
        INT,
        /** A decimal number as a text. */
        DECIMAL,
        /** True or false. */
        BOOL,
        /** One of several texts. */
        ENUM,
        /** An object with known fields. */
        OBJ,
        /** A list. */
        LIST,
        /** An object whose fields the client chooses, such as metadata. */
        MAP,
        /** The id of another object, or that object where it is expanded. */
        ID,
        /** The first page of a list of objects. */
        PAGE,
        /** Not described. */
        ANY;

        static Type of(String name) {
            for (var type : values()) {
                if (type.name().equalsIgnoreCase(name)) {
                    return type;
                }
            }
            return ANY;
        }
    }
}
