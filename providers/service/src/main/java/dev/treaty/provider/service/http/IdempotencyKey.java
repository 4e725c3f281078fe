package dev.treaty.provider.service.http;

import dev.treaty.provider.service.problems.PlatformProblems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes it safe to repeat a creation (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param value opaque, 1 to 255 visible ASCII characters, e.g. a UUID
 */
public record IdempotencyKey(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[!-~]{1,255}");

    /**
     * Reads the header field.
     *
     * @throws dev.treaty.provider.service.problems.Problem 400 {@code idempotency-key-missing} or {@code invalid-header}
     */
    public static IdempotencyKey of(@Nullable String header) {
        if (header == null) {
            throw PlatformProblems.idempotencyKeyMissing();
        }
        if (!SYNTAX.matcher(header).matches()) {
            throw PlatformProblems.invalidHeader("Idempotency-Key");
        }
        return new IdempotencyKey(header);
    }
}
