package dev.treaty.stubs.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretValues;
import java.util.Locale;
import java.util.Set;

/**
 * The values of a request and its response: without secrets, and with the knowledge which of them the consumer chose.
 *
 * @param known what the consumer chose: in its request, and in the parameters of the state
 */
record Values(Set<String> known) {

    /** Without any that the consumer chose. */
    static final Values NONE = new Values(Set.of());

    private static final String PLACEHOLDER = "placeholder";

    Values {
        known = Set.copyOf(known);
    }

    boolean isKnown(String value) {
        return !value.isEmpty() && known.contains(value);
    }

    /** Whether a draft must not repeat a value. */
    static boolean isSecret(String name, String value) {
        return SecretNames.contains(name) || !SecretValues.replace(value, "").equals(value);
    }

    boolean isSecret(String name, JsonNode value) {
        return !value.isBoolean() && !value.isNull() && isSecret(name, value.asText());
    }

    /** The value, or what stands for it if it is a secret. */
    String shown(String name, String value) {
        if (!SecretNames.contains(name)) {
            return SecretValues.replace(value, PLACEHOLDER);
        }
        var scheme = value.substring(0, Math.max(0, value.indexOf(' '))).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "bearer" -> "Bearer " + PLACEHOLDER;
            case "basic" -> "Basic cGxhY2Vob2xkZXI6cGxhY2Vob2xkZXI=";
            default -> PLACEHOLDER;
        };
    }
}
