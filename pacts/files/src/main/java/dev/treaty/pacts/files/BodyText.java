package dev.treaty.pacts.files;

import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes a JSON body as pact-jvm does: without spaces, values in ASCII. Unlike pact-jvm, it can keep the order of the keys, escapes what JSON
 * requires in keys, too, so that a key with a quote, a backslash or a tab gives JSON (RFC 8259, section 7), and needs little of the stack for
 * each level.
 */
public final class BodyText {

    private static final JsonFactory FACTORY = PactFileLimits.DEFAULT.json();
    private static final char ASCII_END = 0x7f;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final StringBuilder text = new StringBuilder();

    private final boolean isSorted;

    private BodyText(boolean isSorted) {
        this.isSorted = isSorted;
    }

    /** The text of a value; the keys are in its order. */
    public static String of(JsonValue json) {
        return of(json, false);
    }

    /** The text of a value; the keys are sorted, as by pact-jvm. */
    static String sorted(JsonValue json) {
        return of(json, true);
    }

    private static String of(JsonValue json, boolean isSorted) {
        var body = new BodyText(isSorted);
        body.write(json);
        return body.text.toString();
    }

    /**
     * Reads such a text, as large as it may be in a pact file; numbers stay as they are written.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static JsonValue read(String text) {
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return PactJson.read(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
    }

    private void write(JsonValue json) {
        if (json instanceof JsonValue.Object object) {
            write(object);
        } else if (json instanceof JsonValue.Array array) {
            write(array);
        } else if (json instanceof JsonValue.StringValue string) {
            quote(string.toString(), ASCII_END);
        } else {
            text.append(json);
        }
    }

    private void write(JsonValue.Object object) {
        var separator = '{';
        for (var entry : members(object)) {
            text.append(separator);
            quote(entry.getKey(), Character.MAX_VALUE);
            text.append(':');
            write(entry.getValue());
            separator = ',';
        }
        text.append(separator == '{' ? "{}" : "}");
    }

    private Collection<Map.Entry<String, JsonValue>> members(JsonValue.Object object) {
        var members = object.getEntries().entrySet();
        return isSorted ? members.stream().sorted(Map.Entry.comparingByKey()).toList() : members;
    }

    private void write(JsonValue.Array array) {
        var separator = '[';
        for (var value : array.getValues()) {
            text.append(separator);
            write(value);
            separator = ',';
        }
        text.append(separator == '[' ? "[]" : "]");
    }

    /** @param last the last character that need not be escaped */
    private void quote(String string, char last) {
        text.append('"');
        for (var i = 0; i < string.length(); i++) {
            escape(string.charAt(i), last);
        }
        text.append('"');
    }

    private void escape(char c, char last) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || c > last) {
                    text.append("\\u").append(HEX.toHexDigits(c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
