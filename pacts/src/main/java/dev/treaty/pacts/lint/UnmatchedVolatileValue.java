package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An ID or a time that the provider generates, but without a matcher: no provider can return the value in the example.
 *
 * <p>A value that the consumer chose itself, in the request or as a parameter of a state, may be exact: a request for
 * {@code cus_42} must return {@code cus_42}.
 */
final class UnmatchedVolatileValue implements InteractionRule {

    private static final Pattern ID =
            Pattern.compile("(?i)id|sid|uuid|guid|.*_(id|sid)|(?-i:.*[a-z0-9](Id|ID|Sid|SID))");
    private static final Pattern TIME =
            Pattern.compile("(created|updated|modified)([_A-Z].*)?|.*_at|.*[a-z]At|date_.*|date[A-Z].*|timestamp");
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*" // RFC 3339
                    + "|[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d .*"); // RFC 1123

    @Override
    public Stream<ErrorMessage> findings(PactDocument document, ObjectNode interaction) {
        var known = known(interaction);
        return InteractionPart.of(interaction).stream()
                .filter(InteractionPart::byProvider)
                .map(part -> volatileValues(part, known))
                .filter(paths -> !paths.isEmpty())
                .map(
                        paths -> new ErrorMessage(
                                "%s expects the IDs or times of the example, but the provider generates new ones."
                                        .formatted(document.nameOf(interaction)),
                                "%s in %s".formatted(String.join(", ", paths), document.origin()),
                                "match them by type or regex, or pass the value in the request or as a parameter of the state"));
    }

    private static List<String> volatileValues(InteractionPart part, Set<String> known) {
        var rules = part.bodyRules();
        return part.body().stream()
                .flatMap(body -> body.leaves().stream()
                        .filter(UnmatchedVolatileValue::isVolatile)
                        .filter(leaf -> !known.contains(leaf.value().asText()))
                        .filter(leaf -> !rules.allowOtherValues(leaf.steps()))
                        .map(body::pathOf))
                .toList();
    }

    private static boolean isVolatile(BodyContent.Leaf leaf) {
        var value = leaf.value();
        if (value.isBoolean() || value.isNull() || value.asText().isEmpty()) {
            return false;
        }
        return ID.matcher(leaf.key()).matches() || TIME.matcher(leaf.key()).matches() || isDateTime(value.asText());
    }

    /** Whether a text is a point in time, as RFC 3339 or RFC 1123 writes it. */
    static boolean isDateTime(String text) {
        return DATE_TIME.matcher(text).matches();
    }

    /** Every value that the consumer chose: in its request and in the parameters of the states. */
    static Set<String> known(ObjectNode interaction) {
        var known = new HashSet<String>();
        addAll(interaction.path("providerStates"), known);
        addAll(interaction.path("request").path("query"), known);
        known.addAll(
                Arrays.asList(interaction.path("request").path("path").asText().split("/")));
        InteractionPart.of(interaction).stream()
                .filter(part -> !part.byProvider())
                .flatMap(part -> part.body().stream())
                .flatMap(body -> body.leaves().stream())
                .forEach(leaf -> known.add(leaf.value().asText()));
        return known;
    }

    private static void addAll(JsonNode node, Set<String> values) {
        new BodyContent("$", node)
                .leaves()
                .forEach(leaf -> values.add(leaf.value().asText()));
    }
}
