package dev.treaty.stubs.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.SecretNames;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a draft has of a request: without secrets, and without headers that say nothing about what the client needs.
 *
 * @param path decoded
 * @param rawPath encoded
 * @param rawQuery encoded; empty if there is none
 * @param headers those that count, without {@code Content-Type}
 */
record DraftedRequest(
        String method, String path, String rawPath, String rawQuery, Map<String, String> headers, TextBody body) {

    /** What every client or proxy sends, what the connection needs, and what only this stub server understands. */
    private static final Pattern NOISE = Pattern.compile(
            "(?i)host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|content-(length|type|encoding)|user-agent"
                    + "|accept-(encoding|language)|origin|referer|cache-control|pragma|date|via|forwarded|dnt|priority|http2-settings"
                    + "|upgrade-insecure-requests|sec-.*|x-forwarded-.*|x-real-ip|traceparent|tracestate|baggage|proxy-.*"
                    + "|pact-provider-state|stub-.*");

    /** Values that are different each time. */
    private static final Pattern CHANGING =
            Pattern.compile("(?i)(.*-)?(request|correlation|trace)-?id|(x-)?idempotency-key");

    static DraftedRequest of(ObservedRequest request) {
        var body = TextBody.of(request.contentType(), request.body());
        return new DraftedRequest(
                request.method(),
                Values.NONE.shown("", request.path()),
                withoutSecrets(request.rawPath(), request.path()),
                query(request.rawQuery()),
                headers(request.headers()),
                body.json().map(json -> body.withJson(withoutSecrets(json))).orElse(body));
    }

    private static String withoutSecrets(String rawPath, String path) {
        var shown = Values.NONE.shown("", path);
        return shown.equals(path)
                ? rawPath
                : Arrays.stream(shown.split("/", -1))
                        .map(segment -> URLEncoder.encode(segment, UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    private static String query(String raw) {
        return raw.isEmpty()
                ? ""
                : Arrays.stream(raw.split("&", -1))
                        .filter(parameter -> !parameter.isEmpty())
                        .map(DraftedRequest::parameter)
                        .collect(Collectors.joining("&"));
    }

    private static String parameter(String raw) {
        var equals = raw.indexOf('=');
        if (equals < 0) {
            return raw;
        }
        var value = decoded(raw.substring(equals + 1));
        var shown = Values.NONE.shown(decoded(raw.substring(0, equals)), value);
        return shown.equals(value) ? raw : raw.substring(0, equals + 1) + URLEncoder.encode(shown, UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, String> headers(Map<String, List<String>> observed) {
        var headers = new LinkedHashMap<String, String>();
        observed.forEach((name, values) -> {
            var value = String.join(", ", values);
            var saysNothing = name.equalsIgnoreCase("Accept") && value.equals("*/*");
            if (!NOISE.matcher(name).matches() && !value.isEmpty() && !saysNothing) {
                headers.put(spelled(name), Values.NONE.shown(name, value));
            }
        });
        return headers;
    }

    /** As people write it: {@code Stripe-Version} for the {@code stripe-version} of a client that sends lower case. */
    private static String spelled(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT))
                ? Arrays.stream(name.split("-", -1))
                        .map(word -> word.isEmpty()
                                ? word
                                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining("-"))
                : name;
    }

    private static JsonNode withoutSecrets(JsonNode body) {
        var copy = body.deepCopy();
        hide(copy);
        return copy;
    }

    private static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : new ArrayList<>(namesOf(object))) {
                var value = object.get(name);
                if (value.isContainerNode()) {
                    hide(value);
                } else if (Values.NONE.isSecret(name, value)) {
                    object.put(name, Values.NONE.shown(name, value.asText()));
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                if (list.get(i).isContainerNode()) {
                    hide(list.get(i));
                } else if (Values.NONE.isSecret("", list.get(i))) {
                    list.set(i, Values.NONE.shown("", list.get(i).asText()));
                }
            }
        }
    }

    private static List<String> namesOf(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Whether a header has another value each time, or one that nobody else has. */
    static boolean varies(String header) {
        return SecretNames.contains(header) || CHANGING.matcher(header).matches();
    }

    /** Of the body; empty if there is no body. */
    String contentType() {
        return body.isEmpty() ? "" : body.mediaType();
    }

    /** Path and query, encoded. */
    String target() {
        return rawQuery.isEmpty() ? rawPath : rawPath + "?" + rawQuery;
    }

    /** Whatever the consumer chose. */
    Set<String> values() {
        var values = new LinkedHashSet<>(Arrays.asList(path.split("/")));
        Arrays.stream(rawQuery.split("&"))
                .map(parameter -> decoded(parameter.substring(parameter.indexOf('=') + 1)))
                .forEach(values::add);
        values.addAll(body.leaves());
        return values;
    }
}
