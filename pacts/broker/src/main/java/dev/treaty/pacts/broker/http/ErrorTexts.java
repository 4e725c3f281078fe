package dev.treaty.pacts.broker.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a broker says about a refused request. It has several forms for that: {@code notices}, {@code errors} as a list or by field,
 * {@code error} as a text or an object, and RFC 9457's {@code detail}.
 */
final class ErrorTexts {

    /** How a text begins that lacks its subject, the name of the field. */
    private static final Pattern PREDICATE =
            Pattern.compile("^(?:is|are|must|can|cannot|can't|has|does|should|may)\\b");

    private ErrorTexts() {}

    /** The texts, or the status if there are none. */
    static List<String> in(BrokerResponse response) {
        var texts = said(response);
        return texts.isEmpty() ? List.of("the status is " + response.status()) : texts;
    }

    /** Whether the broker says more than the status. */
    static boolean areIn(BrokerResponse response) {
        return !said(response).isEmpty();
    }

    private static List<String> said(BrokerResponse response) {
        return response.json().map(ErrorTexts::in).orElse(List.of());
    }

    static List<String> in(JsonNode body) {
        var texts = new LinkedHashSet<String>();
        body.path("notices").forEach(notice -> add(texts, "", notice.path("text")));
        addErrors(texts, body.path("errors"));
        add(texts, "", body.path("error"));
        add(texts, "", body.path("error").path("message"));
        add(texts, "", body.path("message"));
        if (texts.isEmpty()) {
            add(texts, "", body.path("detail"));
            add(texts, "", body.path("title"));
        }
        return new ArrayList<>(texts);
    }

    private static void addErrors(Set<String> texts, JsonNode errors) {
        errors.properties().forEach(field -> {
            add(texts, field.getKey(), field.getValue());
            field.getValue().forEach(text -> add(texts, field.getKey(), text));
        });
        if (errors.isArray()) {
            errors.forEach(error -> {
                add(texts, "", error);
                add(texts, "", error.path("detail"));
            });
        }
    }

    /** Adds a text, unless it is there already; {@code errors.contracts} repeats the notices. */
    private static void add(Set<String> texts, String field, JsonNode text) {
        if (text.isTextual()) {
            texts.add(PREDICATE.matcher(text.asText()).find() ? (field + " " + text.asText()).strip() : text.asText());
        }
    }
}
