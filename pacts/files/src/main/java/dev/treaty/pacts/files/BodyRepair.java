package dev.treaty.pacts.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.regex.Pattern;

/**
 * Replaces a body that is JSON by its text, as {@link BodyText} writes it; pact-jvm's own text of a body is not JSON if a key has a quote,
 * and takes so much of the stack that a deep body cannot be read.
 */
final class BodyRepair {

    private static final Pattern LINES_OF_JSON = Pattern.compile(
            "application/(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq)\\b", Pattern.CASE_INSENSITIVE);

    private BodyRepair() {}

    /**
     * Changes the part in place.
     *
     * @param part what has the body, e.g. a request
     * @param name of the body in it
     * @param headers the name of what may state the content type
     */
    static void repair(JsonValue.Object part, String name, String headers, boolean isV4) {
        if (!isV4 && isContainer(part.get(name))) {
            part.getEntries().put(name, text(part.get(name), contentType(part.get(headers))));
        } else if (isV4 && part.get(name) instanceof JsonValue.Object body && body.has("content")) {
            repairContent(body, contentType(part.get(headers)));
        }
    }

    private static void repairContent(JsonValue.Object body, String headerType) {
        var type = body.has("contentType") ? PactJson.text(body, "contentType") : headerType;
        var content = body.get("content");
        if (isEncoded(body.get("encoded"))) {
            if (content.isString() && !body.get("encoded").toString().equalsIgnoreCase("json")) {
                body.getEntries().put("content", withoutLineBreaks(content));
            }
            return;
        }
        if (content.isString() && content.toString().isEmpty() && !body.has("contentType")) {
            body.getEntries().put("encoded", new JsonValue.StringValue("json")); // an empty body, not the JSON text ""
        } else if (content.isString() && isLinesOfJson(type)) {
            body.getEntries().put("encoded", new JsonValue.StringValue("json")); // text that stays as it is
        } else if (isContainer(content) || (content.isString() && isJson(type))) {
            body.getEntries().put("content", text(content, type));
            body.getEntries().put("encoded", new JsonValue.StringValue("json"));
        }
    }

    /**
     * In the order of the file, if it makes no difference to pact-jvm: it compares a body that is not JSON as a text with sorted keys, and guesses
     * the type of one that has none from the first key.
     *
     * @param type that the contract states; may be empty
     */
    private static JsonValue text(JsonValue body, String type) {
        var text = BodyText.of(body);
        if (isJson(type)) {
            return new JsonValue.StringValue(text);
        }
        var sorted = BodyText.sorted(body);
        return new JsonValue.StringValue(
                type.isEmpty() && isTakenForJson(text) && isTakenForJson(sorted) ? text : sorted);
    }

    private static boolean isTakenForJson(String text) {
        var type = OptionalBody.body(text.getBytes(UTF_8), ContentType.getUNKNOWN())
                .detectContentType();
        return type != null && type.isJson();
    }

    /** Base64 as MIME writes it has lines of 76 characters (RFC 2045, section 6.8). */
    private static JsonValue withoutLineBreaks(JsonValue base64) {
        return new JsonValue.StringValue(base64.toString().replaceAll("[\r\n\t ]+", ""));
    }

    private static boolean isEncoded(JsonValue encoded) {
        return encoded.isString() || encoded instanceof JsonValue.True;
    }

    private static boolean isContainer(JsonValue json) {
        return json.isObject() || json.isArray();
    }

    private static boolean isJson(String contentType) {
        return !contentType.isEmpty() && new ContentType(contentType).isJson();
    }

    /** Several JSON texts, one after the other, which pact-jvm takes for one because the name ends in "json". */
    private static boolean isLinesOfJson(String contentType) {
        return LINES_OF_JSON.matcher(contentType).lookingAt();
    }

    /** The first value of the header; empty if there is none. */
    private static String contentType(JsonValue headers) {
        if (headers instanceof JsonValue.Object fields) {
            for (var field : fields.getEntries().entrySet()) {
                if (field.getKey().equalsIgnoreCase("Content-Type")) {
                    var value = field.getValue();
                    return value instanceof JsonValue.Array values && values.getSize() > 0
                            ? values.get(0).toString()
                            : value.toString();
                }
            }
        }
        return "";
    }
}
