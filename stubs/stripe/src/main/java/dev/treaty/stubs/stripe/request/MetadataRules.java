package dev.treaty.stubs.stripe.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;

/**
 * The limits of metadata.
 *
 * @see <a href="https://docs.stripe.com/api/metadata">Stripe, metadata</a>
 */
public final class MetadataRules {

    private static final int MAX_KEYS = 50;
    private static final int MAX_KEY_LENGTH = 40;
    private static final int MAX_VALUE_LENGTH = 500;

    private MetadataRules() {}

    static void check(ObjectNode metadata, String param) {
        metadata.properties().forEach(entry -> {
            var key = entry.getKey();
            if (!entry.getValue().isTextual()) {
                throw StripeError.invalid("Invalid string: " + entry.getValue())
                        .param(param + "[" + key + "]")
                        .refusal();
            }
            if (key.contains("[") || key.contains("]")) {
                throw StripeError.invalid("Metadata keys cannot include square brackets. Invalid key: " + key)
                        .param(param)
                        .refusal();
            }
            var value = entry.getValue().textValue();
            if (length(key) > MAX_KEY_LENGTH) {
                throw StripeError.invalid(
                                "Metadata keys can have up to %d characters, but you passed in a key that is %d characters. Invalid key: %s"
                                        .formatted(MAX_KEY_LENGTH, length(key), key))
                        .param(param)
                        .refusal();
            }
            if (length(value) > MAX_VALUE_LENGTH) {
                throw StripeError.invalid(
                                "Metadata values can have up to %d characters, but you passed in a value that is %d characters. Invalid value: %s"
                                        .formatted(MAX_VALUE_LENGTH, length(value), value))
                        .param(param)
                        .refusal();
            }
        });
        checkSize(metadata);
    }

    /** Refuses metadata with too many keys; to be called for the merged metadata. */
    public static void checkSize(ObjectNode metadata) {
        if (metadata.size() > MAX_KEYS) {
            throw StripeError.invalid(
                            "Metadata can have up to %d keys, but you've set %d.".formatted(MAX_KEYS, metadata.size()))
                    .param("metadata")
                    .refusal();
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
