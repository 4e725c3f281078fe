package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.JsonPath;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A response header that the provider generates anew must not be expected as in the example: its date, a new resource's URL or version. */
final class UnmatchedVolatileHeader implements InteractionRule {

    private static final Pattern GENERATED = Pattern.compile(
            "(?i)date|last-modified|expires|etag|set-cookie|traceparent|(.*-)?(request|correlation|trace|session)-?id");
    private static final Pattern URL = Pattern.compile("(?i)(content-)?location");
    private static final Pattern ENDS_WITH_ID = Pattern.compile(".*/[^/?#]*\\d[^/?#]*/?(?:[?#].*)?");

    @Override
    public Stream<ErrorMessage> findings(PactDocument document, ObjectNode interaction) {
        var known = known(interaction);
        return InteractionPart.of(interaction).stream()
                .filter(part -> part.byProvider() && part.node().path("headers").isObject())
                .map(part -> generated(part, known))
                .filter(paths -> !paths.isEmpty())
                .map(paths -> new ErrorMessage(
                        "%s expects response headers of the example, but the provider generates new ones."
                                .formatted(document.nameOf(interaction)),
                        "%s in %s".formatted(String.join(", ", paths), document.origin()),
                        "match them by regex, or leave them out if the consumer does not read them"));
    }

    private static List<String> generated(InteractionPart part, Set<String> known) {
        var rules = names(part.node().path("matchingRules").path("header"));
        return part.node().path("headers").properties().stream()
                .filter(header -> !rules.contains(lowerCase(header.getKey())))
                .filter(header ->
                        texts(header.getValue()).anyMatch(value -> isGenerated(header.getKey(), value, known)))
                .map(header -> JsonPath.child(JsonPath.child(part.path(), "headers"), header.getKey()))
                .toList();
    }

    private static boolean isGenerated(String name, String value, Set<String> known) {
        if (known.contains(value)) {
            return false;
        }
        return URL.matcher(name).matches()
                ? ENDS_WITH_ID.matcher(value).matches() && !known.contains(lastSegment(value))
                : GENERATED.matcher(name).matches() || UnmatchedVolatileValue.isDateTime(value);
    }

    private static String lastSegment(String url) {
        return url.replaceFirst("[?#].*", "").replaceFirst("/$", "").replaceFirst(".*/", "");
    }

    /** Every value that the consumer chose, those of its headers included: an ETag may be the one that it sent. */
    private static Set<String> known(ObjectNode interaction) {
        var known = new HashSet<>(UnmatchedVolatileValue.known(interaction));
        interaction
                .path("request")
                .path("headers")
                .forEach(header -> texts(header).forEach(known::add));
        return known;
    }

    private static Stream<String> texts(JsonNode header) {
        return header.isArray()
                ? StreamSupport.stream(header.spliterator(), false).map(JsonNode::asText)
                : Stream.of(header.asText());
    }

    private static Set<String> names(JsonNode rules) {
        var names = new HashSet<String>();
        rules.fieldNames().forEachRemaining(name -> names.add(lowerCase(name)));
        return names;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
