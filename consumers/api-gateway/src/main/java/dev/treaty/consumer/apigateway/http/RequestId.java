package dev.treaty.consumer.apigateway.http;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * What all log lines about one request have in common, in every service that it goes through. Sent as {@code X-Request-Id}.
 *
 * @param value 8 to 64 letters, digits or hyphens
 */
public record RequestId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** Refuses what could forge a line in somebody's log, and does not quote it for the same reason. */
    public RequestId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A request id is not 8 to 64 letters, digits or hyphens.",
                            "an X-Request-Id of %d characters".formatted(value.length()),
                            "give the request a new id, whatever its sender called it")
                    .toString());
        }
    }
}
