package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a creation repeatable (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param value opaque, 1 to 255 visible ASCII characters, e.g. a UUID
 */
record IdempotencyKey(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[!-~]{1,255}");

    /**
     * Reads the header field.
     *
     * @throws Problem 400 {@code idempotency-key-required} or {@code unreadable-idempotency-key}
     */
    static IdempotencyKey of(@Nullable String header) {
        if (header == null) {
            throw new Problem(400, "idempotency-key-required", "Idempotency-Key must be given");
        }
        if (!SYNTAX.matcher(header).matches()) {
            throw new Problem(
                    400, "unreadable-idempotency-key", "Idempotency-Key must be 1 to 255 characters without blanks");
        }
        return new IdempotencyKey(header);
    }
}
