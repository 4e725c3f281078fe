package dev.treaty.pacts.compare.property;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.BodyText;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a value is written as. */
enum Media {
    JSON("application/json"),
    /** The members of an object are parameters; a list is a parameter with several values. */
    FORM("application/x-www-form-urlencoded"),
    TEXT("text/plain"),
    /** See {@link RandomXml}. */
    XML("application/xml"),
    /** The members of an object are parts: texts are plain text, all others JSON. */
    MULTIPART("multipart/form-data; boundary=XX");

    private final String type;

    Media(String type) {
        this.type = type;
    }

    static Media any(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> FORM;
            case 1 -> TEXT;
            case 2 -> XML;
            case 3 -> MULTIPART;
            default -> JSON;
        };
    }

    String type() {
        return type;
    }

    OptionalBody body(JsonValue value) {
        var text = text(value);
        return text.isEmpty() ? OptionalBody.empty() : OptionalBody.body(text.getBytes(UTF_8), new ContentType(type));
    }

    private String text(JsonValue value) {
        return switch (this) {
            case JSON -> BodyText.of(value);
            case TEXT -> value.toString();
            case XML -> RandomXml.text(value);
            case FORM -> form(members(value));
            case MULTIPART -> multipart(members(value));
        };
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        return value instanceof JsonValue.Object object ? object.getEntries() : Map.of("a", value);
    }

    private static String multipart(Map<String, JsonValue> members) {
        var parts = new StringBuilder();
        members.forEach((name, value) -> {
            if (name.matches("[A-Za-z]+")) {
                var isText = value instanceof JsonValue.StringValue;
                parts.append("--XX\r\nContent-Disposition: form-data; name=\"%s\"\r\n".formatted(name))
                        .append(isText ? "" : "Content-Type: application/json\r\n")
                        .append("\r\n%s\r\n".formatted(isText ? value : BodyText.of(value)));
            }
        });
        return parts.isEmpty() ? "" : parts.append("--XX--\r\n").toString();
    }

    private static String form(Map<String, JsonValue> parameters) {
        var pairs = new ArrayList<String>();
        parameters.forEach((name, value) -> {
            for (var each : value instanceof JsonValue.Array list ? list.getValues() : List.of(value)) {
                pairs.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(each.toString(), UTF_8));
            }
        });
        return String.join("&", pairs);
    }
}
