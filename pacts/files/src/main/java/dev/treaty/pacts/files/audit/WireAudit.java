package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.PactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a response says and HTTP cannot carry, so that it is changed or left out on the wire. */
final class WireAudit {

    /** RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** RFC 9110, section 5.5. */
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    private static final Pattern BEYOND_LATIN_1 = Pattern.compile("[^\\x00-\\xff]");

    /** RFC 9110, section 6.4.1. */
    private static final Set<String> WITHOUT_BODY = Set.of("204", "304");

    /** Characters of all headers of a response; the stub server sends more, but few clients accept as many. */
    private static final int LONGEST_HEADERS = 32_000;

    private WireAudit() {}

    /** Whether it can be a method or the name of a header. */
    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    static List<Loss> losses(JsonValue.Object response) {
        var losses = new ArrayList<Loss>();
        if (response.get("headers") instanceof JsonValue.Object headers) {
            headers.getEntries().forEach((name, value) -> header(name, value, losses));
            if (headers.serialise().length() > LONGEST_HEADERS) {
                losses.add(new Loss(
                        "$.response.headers",
                        "has headers of more than %d characters, which many clients do not read"
                                .formatted(LONGEST_HEADERS),
                        "write shorter ones, or fewer"));
            }
        }
        var status = response.get("status").toString();
        if (WITHOUT_BODY.contains(status) && hasBody(response.get("body"))) {
            losses.add(new Loss(
                    "$.response.body",
                    "has a body, which is not sent, because no response with status %s has one".formatted(status),
                    "remove the body, or change the status"));
        }
        return losses;
    }

    private static void header(String name, JsonValue value, List<Loss> losses) {
        if (!isToken(name)) {
            losses.add(new Loss(
                    "$.response.headers",
                    "has the header \"%s\", whose name HTTP does not allow".formatted(name.strip()),
                    "write a name of letters, digits and hyphens"));
        } else if (value instanceof JsonValue.Array values) {
            values.getValues().forEach(each -> header(name, each, losses));
        } else if (value instanceof JsonValue.Object) {
            losses.add(new Loss(
                    "$.response.headers." + name,
                    "has the header %s with an object as its value".formatted(name),
                    "write text, or a list of texts"));
        } else if (CONTROL_CHARACTER.matcher(value.toString()).find()) {
            losses.add(value(name, "control characters, which are sent as spaces"));
        } else if (BEYOND_LATIN_1.matcher(value.toString()).find()) {
            losses.add(
                    value(name, "characters beyond Latin-1, which are sent in UTF-8 and not read so by every client"));
        }
    }

    private static Loss value(String header, String what) {
        return new Loss(
                "$.response.headers." + header,
                "has the header %s with %s".formatted(header, what),
                "encode them, e.g. as RFC 8187 says");
    }

    private static boolean hasBody(JsonValue body) {
        var content = body instanceof JsonValue.Object object && object.has("content")
                ? PactJson.member(body, "content")
                : body;
        return !content.isNull()
                && !(content.isString() && content.toString().isEmpty())
                && !(content instanceof JsonValue.Object object && object.isEmpty());
    }
}
