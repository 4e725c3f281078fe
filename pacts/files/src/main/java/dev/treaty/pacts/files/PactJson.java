package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into pact-jvm's own types with Jackson, which knows positions and is several times as fast as pact-jvm's reader. */
public final class PactJson {

    private static final List<String> VERSIONS = List.of("pactSpecification", "pact-specification");

    private PactJson() {}

    /** Reads the value that starts at the current token. */
    public static JsonValue read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> new JsonValue.StringValue(parser.getText());
            case VALUE_NUMBER_INT -> new JsonValue.Integer(parser.getText().toCharArray());
            case VALUE_NUMBER_FLOAT -> new JsonValue.Decimal(parser.getText().toCharArray());
            case VALUE_TRUE -> JsonValue.True.INSTANCE;
            case VALUE_FALSE -> JsonValue.False.INSTANCE;
            case VALUE_NULL -> JsonValue.Null.INSTANCE;
            default -> throw new IllegalStateException("No value starts with " + parser.currentToken());
        };
    }

    /** A member of an object; JSON null if there is no such member or it is not an object. */
    public static JsonValue member(JsonValue json, String name) {
        return json instanceof JsonValue.Object object ? object.get(name) : JsonValue.Null.INSTANCE;
    }

    /** The version of the specification that pact-jvm reads a pact with these metadata as: 2, 3 or 4. */
    static int version(JsonValue metadata) {
        if (!(metadata instanceof JsonValue.Object object)) {
            return 2;
        }
        var pact = new JsonValue.Object(new LinkedHashMap<>(Map.of("metadata", object)));
        var version = DefaultPactReader.determineSpecVersion(pact);
        return version.startsWith("4") ? 4 : version.startsWith("3") ? 3 : 2;
    }

    /** Writes a version of the specification that is a number as text: pact-jvm takes it for none, which means V2. */
    static void repairVersion(@Nullable JsonValue metadata) {
        for (var name : VERSIONS) {
            if (metadata instanceof JsonValue.Object object
                    && object.get(name) instanceof JsonValue.Object specification
                    && specification.get("version").isNumber()) {
                var version = specification.get("version").toString();
                specification.getEntries().put("version", new JsonValue.StringValue(version));
            }
        }
    }

    /** The text of a member; empty if there is none. */
    public static String text(JsonValue json, String name) {
        return member(json, name) instanceof JsonValue.StringValue text ? text.toString() : "";
    }

    private static JsonValue.Object readObject(JsonParser parser) throws IOException {
        var entries = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            entries.put(name, read(parser));
        }
        return new JsonValue.Object(entries);
    }

    private static JsonValue.Array readArray(JsonParser parser) throws IOException {
        var values = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(read(parser));
        }
        return new JsonValue.Array(values);
    }
}
