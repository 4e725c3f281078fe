package dev.treaty.consumer.apigateway.workspaces;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Chosen by the caller for one operation, so that requesting it twice performs it once; sent as {@code Idempotency-Key}.
 *
 * @param value 1 to 255 visible ASCII characters, usually a UUID
 */
public record IdempotencyKey(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[!-~]{1,255}");

    /** Refuses what a header must not contain. */
    public IdempotencyKey {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An idempotency key is not 1 to 255 visible ASCII characters.",
                            "an Idempotency-Key of %d characters".formatted(value.length()),
                            "refuse the caller with 400")
                    .toString());
        }
    }
}
