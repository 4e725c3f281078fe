package dev.treaty.pacts.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.pacts.canonical.CanonicalWriter;
import dev.treaty.pacts.canonical.JsonPath;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.secrets.SecretScanner;
import java.util.List;
import java.util.Set;

/** A value as a message may show it: on one line, not too long, and without credentials. */
final class RedactedValue {

    private static final int LONGEST = 160;
    private static final JsonNode HIDDEN = new TextNode("(not shown: a credential)");

    /** What is below these describes values instead of being one: the rule for a token is not a token. */
    private static final Set<String> DESCRIPTIONS = Set.of("matchingRules", "generators");

    private RedactedValue() {}

    /**
     * The text to show for a value.
     *
     * @param path where the value is; the names in it tell whether it is a credential
     * @param value may be missing
     */
    static String of(String path, JsonNode value) {
        if (value.isMissingNode()) {
            return "(none)";
        }
        var steps = JsonPath.steps(path);
        var redacted = redacted(steps, value);
        var line = redacted.equals(HIDDEN) ? redacted.textValue() : CanonicalWriter.line(redacted);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static JsonNode redacted(List<String> steps, JsonNode value) {
        if (steps.stream().anyMatch(DESCRIPTIONS::contains)) {
            return hasLiveSecret(steps, value) ? HIDDEN : value;
        }
        if (steps.stream().anyMatch(SecretNames::contains)
                || (!value.isContainerNode() && hasLiveSecret(steps, value))) {
            return HIDDEN;
        }
        if (value.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> object.set(
                            member.getKey(), redacted(JsonPath.plus(steps, member.getKey()), member.getValue())));
            return object;
        }
        if (value.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(redacted(steps, element)));
            return array;
        }
        return value;
    }

    private static boolean hasLiveSecret(List<String> steps, JsonNode value) {
        return !SecretScanner.scan("$", JsonPath.lastName(steps), value).isEmpty();
    }
}
