package dev.treaty.stubs.matching.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import au.com.dius.pact.core.model.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretValues;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The secrets in a request, so that a report can describe the request without them. */
public final class RequestSecrets {

    private static final String HIDDEN = "***";

    /** Shorter secrets occur in ordinary words; they are still hidden where their name gives them away. */
    private static final int SHORTEST = 4;

    /** No request has more, unless it is an attack on whoever looks for them. */
    private static final int MOST = 300;

    /** RFC 9110, section 11.4. */
    private static final Pattern SCHEME = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9-]*\\s+");

    private static final Pattern PARTS = Pattern.compile("[,;\\s]+");

    private static final String NAME = "[\\w.:-]{0,40}" + SecretNames.REGEX + "[\\w.:-]{0,40}";

    /** {@code <password>…}, {@code <password type="new"><![CDATA[…}. */
    private static final Pattern ELEMENT =
            Pattern.compile("<" + NAME + "(?:\\s[^<>]{0,400})?>\\s*(?:<!\\[CDATA\\[)?([^<\\]]+)");

    /** {@code password="…"}, {@code password: …}; and a part of a multipart body, after its headers. */
    private static final Pattern NAMED = Pattern.compile("\\b" + NAME + "(?:\\\\?\"?\\s*[=:]\\s*\\\\?[\"']?"
            + "|\"?[^\\r\\n]*(?:\\r?\\n[^\\r\\n]+)*\\r?\\n\\r?\\n)([^<>\"'\\r\\n]+)");

    /** Characters of a request in which names are looked for; of a longer body, reports show nothing. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> secrets =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private int unread = LONGEST_TEXT;

    private RequestSecrets() {}

    /** The secrets of a request: what its names, its values and the texts in it give away. */
    public static RequestSecrets of(Request request) {
        var secrets = new RequestSecrets();
        secrets.addAll(request.getHeaders());
        secrets.addAll(request.getQuery());
        secrets.addBody(request.getBody());
        return secrets;
    }

    /** The text with every secret of the request replaced, and with all else that looks like one. */
    public String hide(String text) {
        if (secrets.size() > MOST) {
            return HIDDEN;
        }
        var hidden = text;
        for (var secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return SecretValues.replace(hidden, HIDDEN);
    }

    private void addAll(Map<String, List<String>> values) {
        values.forEach((name, all) -> all.forEach(value -> {
            if (SecretNames.contains(name)) {
                add(value);
            } else {
                addTexts(value);
            }
        }));
    }

    private void addBody(OptionalBody body) {
        if (!body.isPresent()) {
            return;
        }
        if (body.getContentType().isJson()) {
            addFields(parse(body));
        } else if ("application/x-www-form-urlencoded"
                .equals(body.getContentType().getBaseType())) {
            addForm(new String(
                    body.orEmpty(), UTF_8)); // whatever charset it claims, because fields are percent-encoded
        } else {
            addTexts(new String(body.orEmpty(), ISO_8859_1));
        }
    }

    /** In XML and other text: what an element or attribute with such a name holds, and what follows such a name. */
    private void addTexts(@Nullable String text) {
        if (text != null && text.length() <= unread) {
            unread -= text.length();
            Stream.of(ELEMENT, NAMED)
                    .flatMap(pattern -> pattern.matcher(text).results().limit(MOST + 1L))
                    .forEach(secret -> add(secret.group(1)));
        }
    }

    private void addForm(String form) {
        try {
            addAll(PactReaderKt.queryStringToMap(form, false));
            addAll(PactReaderKt.queryStringToMap(form, true));
        } catch (IllegalArgumentException e) {
            add(form); // not a form after all, so nothing of it is repeated
        }
    }

    private void addFields(JsonNode json) {
        json.properties().forEach(field -> {
            if (SecretNames.contains(field.getKey())) {
                addTexts(field.getValue());
            } else if (field.getValue().isTextual()) {
                addTexts(field.getValue().textValue());
            }
            addFields(field.getValue());
        });
        json.elements().forEachRemaining(element -> {
            if (!json.isObject()) {
                addTexts(element.textValue());
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

    /** A report may repeat parts of a value: a token without its scheme, cookies without their names. */
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
