package dev.treaty.consumer.apigateway;

import java.util.regex.Pattern;

/**
 * Chosen by the caller for one intention, so that asking twice does it once; sent as {@code Idempotency-Key}.
 *
 * @param value 1 to 255 visible ASCII characters, usually a UUID
 */
public record IdempotencyKey(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[!-~]{1,255}");

    /** Refuses what no header may have. */
    public IdempotencyKey {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("""
                    An idempotency key is not 1 to 255 visible ASCII characters.
                      where: an Idempotency-Key of %d characters
                      fix:   refuse the caller with 400""".formatted(value.length()));
        }
    }
}
