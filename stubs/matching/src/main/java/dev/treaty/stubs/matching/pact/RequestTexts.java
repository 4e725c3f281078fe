package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jspecify.annotations.Nullable;

/** The texts of a request that pact-jvm may apply a contract's regexes to. Of a body in a format without paths, every text of it. */
final class RequestTexts {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Charsets in which the byte of an ampersand means nothing else. */
    private static final Set<Charset> LIKE_ASCII = Set.of(UTF_8, ISO_8859_1, US_ASCII);

    /** What is between tags, in an attribute, or between the boundaries of a multipart body. */
    private static final Pattern PIECES = Pattern.compile("[<>\"']|\r?\n--[^\r\n]*|\r?\n\r?\n");

    /** Characters that JSON has for one byte at most: those of a control character that is written by its code. */
    private static final int LONGEST_ESCAPE = 6;

    private final Request request;
    private final List<Text> texts = new ArrayList<>();

    private RequestTexts(Request request) {
        this.request = request;
    }

    static List<Text> of(Request request) {
        var all = new RequestTexts(request);
        all.add("path", List.of(), request.getPath());
        all.addAll("query", request.getQuery());
        all.addAll("header", request.getHeaders());
        if (request.getBody().isPresent()) {
            all.addBody(request.getBody());
        }
        return all.texts;
    }

    /** What none of the texts is longer than, in characters; known without reading the body. */
    static long longest(Request request) {
        var longest = Math.max(request.getPath().length(), longest(request.getBody()));
        for (var values : List.of(request.getQuery(), request.getHeaders())) {
            for (var all : values.values()) {
                for (var value : all) {
                    longest = Math.max(longest, value == null ? 0 : value.length());
                }
            }
        }
        return longest;
    }

    private static long longest(OptionalBody body) {
        var bytes = body.orEmpty();
        if (bytes.length > 0 && isAsciiForm(body.getContentType())) {
            return longestField(bytes);
        }
        var escapes =
                bytes.length > 0 && Character.isLetter(bytes[0]) ? 1 : LONGEST_ESCAPE; // JSON begins with no letter
        return (long) escapes * bytes.length;
    }

    private static boolean isAsciiForm(ContentType type) {
        try {
            return FORM.equals(type.getBaseType()) && LIKE_ASCII.contains(type.asCharset());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false; // pact-jvm fails on such a body, before it applies a regex
        }
    }

    /** With its name, and percent-encoded, which makes it no shorter. */
    private static int longestField(byte[] form) {
        var longest = 0;
        var start = 0;
        for (var i = 0; i < form.length; i++) {
            if (form[i] == '&') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return Math.max(longest, form.length - start);
    }

    private void add(String category, List<String> path, @Nullable Object value) {
        if (value != null) {
            texts.add(new Text(category, path, value, false, false));
        }
    }

    private void addAll(String category, Map<String, List<String>> values) {
        values.forEach((name, all) -> all.forEach(value -> add(category, List.of(name), value)));
    }

    private void addBody(OptionalBody body) {
        var type = request.determineContentType();
        try {
            if (type.isJson()) {
                addJson(List.of("$"), JsonParser.parseString(body.valueAsString()));
            } else if (FORM.equals(type.getBaseType())) {
                addForm(body);
            } else {
                addPieces(body.valueAsString());
            }
        } catch (TimeLimit.TooLong e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return; // of many types; pact-jvm fails on such a body, too, before it applies a regex
        }
    }

    /** Objects and lists, too: pact-jvm applies a regex to their text before it finds that they have none. */
    private void addJson(List<String> path, JsonValue json) {
        TimeLimit.requireTime();
        add("body", path, json);
        if (json instanceof JsonValue.Object object) {
            object.getEntries().forEach((name, value) -> {
                var member = plus(path, name);
                texts.add(new Text("body", member, name, true, false));
                addJson(member, value);
            });
        } else if (json instanceof JsonValue.Array array) {
            for (var i = 0; i < array.getSize(); i++) {
                addJson(plus(path, "" + i), array.get(i));
            }
        }
    }

    private static List<String> plus(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private void addForm(OptionalBody form) {
        for (var field :
                WWWFormCodec.parse(form.valueAsString(), form.getContentType().asCharset())) {
            add("body", List.of("$", field.getName(), "0"), field.getValue());
        }
    }

    private void addPieces(String text) {
        texts.add(new Text("body", List.of(), text, false, true));
        PIECES.splitAsStream(text).forEach(piece -> add("body", List.of(), piece));
    }

    /**
     * A text of a request.
     *
     * @param category of the rules that may be for it
     * @param path the name of a parameter or header, the steps to a value of a body; empty if it has none
     * @param source what has the text, which is written only if it is needed
     * @param isKey whether it is the name of the member at that path
     * @param isWholeText whether it is a body that is not JSON or a form, as text
     */
    record Text(String category, List<String> path, Object source, boolean isKey, boolean isWholeText) {

        String value() {
            return source.toString();
        }
    }
}
