package dev.treaty.consumer.apigateway.http;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Identifies all log lines about one request, in every service that it passes through. Sent as {@code X-Request-Id}.
 *
 * @param value 8 to 64 letters, digits or hyphens
 */
public record RequestId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** Refuses what could forge a line in a log, and does not quote it for the same reason. */
    public RequestId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A request id is not 8 to 64 letters, digits or hyphens.",
                            "an X-Request-Id of %d characters".formatted(value.length()),
                            "assign the request a new id")
                    .toString());
        }
    }
}
