package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.PactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds media types that are none (RFC 9110, section 8.3.1): clients and pact-jvm then guess what a body is. */
final class MediaTypeAudit {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);

    /** A parameter, or nothing, with what follows it. Not one expression for all, whose nesting could run out of stack. */
    private static final Pattern PARAMETER =
            Pattern.compile("[ \\t]*(?:;[ \\t]*(" + TOKEN + "=(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\"))?)[ \\t]*");

    private final String place;
    private final List<Loss> losses = new ArrayList<>();

    /** @param place of the request, response or message, e.g. {@code $.request} */
    MediaTypeAudit(String place) {
        this.place = place;
    }

    /** Those of the header Content-Type of a request or response, and of its body, which has a type of its own in V4. */
    List<Loss> losses(JsonValue.Object part, String bodyName) {
        if (part.get("headers") instanceof JsonValue.Object headers) {
            headers.getEntries().forEach((name, value) -> {
                if (name.equalsIgnoreCase("Content-Type")) {
                    header(name, value);
                }
            });
        }
        if (PactJson.member(part.get(bodyName), "contentType") instanceof JsonValue.StringValue type
                && part.get(bodyName).has("content")) {
            check(place + "." + bodyName + ".contentType", "a " + bodyName + " of the type", type.toString());
        }
        return losses;
    }

    private void header(String name, JsonValue value) {
        if (value instanceof JsonValue.Array values) {
            values.getValues().forEach(each -> header(name, each));
        } else if (value.isString()) {
            check(place + ".headers." + name, "the " + name, value.toString());
        }
    }

    private void check(String where, String what, String value) {
        var type = TYPE.matcher(value.strip());
        if (!type.lookingAt()) {
            add(
                    where,
                    "has %s \"%s\", which is not a media type".formatted(what, value),
                    "write e.g. application/json");
            return;
        }
        var parameter = PARAMETER
                .matcher(value.strip())
                .region(type.end(), value.strip().length());
        while (parameter.lookingAt()) {
            parameter.region(parameter.end(), value.strip().length());
        }
        if (parameter.regionStart() < value.strip().length()) {
            add(
                    where,
                    "has %s \"%s\", in which \"%s\" is not a parameter"
                            .formatted(what, value, value.strip().substring(parameter.regionStart())),
                    "write parameters as name=value, with semicolons between them, e.g. text/plain; charset=utf-8");
        }
    }

    private void add(String where, String what, String fix) {
        losses.add(new Loss(where, what, fix));
    }
}
