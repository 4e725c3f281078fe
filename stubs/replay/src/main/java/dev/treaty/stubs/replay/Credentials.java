package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import au.com.dius.pact.core.model.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The secrets in a request, so that an answer can speak of the request without them. */
final class Credentials {

    private static final String HIDDEN = "***";

    /** Below this length, a secret's text is in too many words; what its name gives away is hidden all the same. */
    private static final int SHORTEST = 4;

    private static final Pattern NAME = Pattern.compile(
            "authorization|cookie|token|secret|passw|pwd|(api|access|auth|private).?key|signature|credential|session",
            Pattern.CASE_INSENSITIVE);

    /** RFC 9110, section 11.4. */
    private static final Pattern SCHEME = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9-]*\\s+");

    private static final Pattern PARTS = Pattern.compile("[,;\\s]+");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> secrets =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private Credentials() {}

    static Credentials of(Request request) {
        var credentials = new Credentials();
        credentials.addAll(request.getHeaders());
        credentials.addAll(request.getQuery());
        credentials.addBody(request.getBody());
        return credentials;
    }

    /** Whether what has this name is a secret: a header, a cookie, a parameter, a field. */
    static boolean areNamed(String name) {
        return NAME.matcher(name).find();
    }

    /** The same text without any of the secrets. */
    String hide(String text) {
        var hidden = text;
        for (var secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }

    private void addAll(Map<String, List<String>> values) {
        values.forEach((name, all) -> {
            if (areNamed(name)) {
                all.forEach(this::add);
            }
        });
    }

    private void addBody(OptionalBody body) {
        if (!body.isPresent()) {
            return;
        }
        if (body.getContentType().isJson()) {
            addFields(parse(body));
        } else if ("application/x-www-form-urlencoded"
                .equals(body.getContentType().getBaseType())) {
            addForm(new String(body.orEmpty(), UTF_8)); // whatever charset it claims; fields are escaped
        }
    }

    private void addForm(String form) {
        try {
            addAll(PactReaderKt.queryStringToMap(form, false));
            addAll(PactReaderKt.queryStringToMap(form, true));
        } catch (IllegalArgumentException e) {
            add(form); // no form after all; then nothing of it is repeated
        }
    }

    private void addFields(JsonNode json) {
        json.properties().forEach(field -> {
            if (areNamed(field.getKey())) {
                addTexts(field.getValue());
            }
            addFields(field.getValue());
        });
        json.elements().forEachRemaining(element -> {
            if (!json.isObject()) {
                addFields(element);
            }
        });
    }

    private void addTexts(JsonNode json) {
        if (json.isTextual() || json.isNumber()) {
            add(json.asText());
        }
        json.elements().forEachRemaining(this::addTexts);
    }

    /** A value may have parts that are repeated by themselves: a token behind its scheme, cookies behind their names. */
    private void add(String value) {
        addLong(value);
        var scheme = SCHEME.matcher(value);
        PARTS.splitAsStream(scheme.lookingAt() ? value.substring(scheme.end()) : value)
                .forEach(part -> {
                    addLong(part);
                    addLong(part.substring(part.indexOf('=') + 1));
                });
    }

    private void addLong(String secret) {
        if (secret.strip().length() >= SHORTEST) {
            secrets.add(secret.strip());
        }
    }

    private static JsonNode parse(OptionalBody body) {
        try {
            return JSON.readTree(body.orEmpty());
        } catch (IOException e) {
            return JSON.nullNode();
        }
    }
}
