package dev.treaty.consumer.apigateway.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * A token that auth-service signed and that its bearer sends with every call. It is passed on unchanged, and never shown.
 *
 * @param value what follows {@code Bearer} in an Authorization header (RFC 6750, section 2.1), here a JWT (RFC 9068)
 */
public record AccessToken(@JsonValue String value) {

    private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** Refuses what could not be sent: java.net.http would quote the whole token in its error message. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccessToken {
        if (!BEARER_TOKEN.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An access token has characters that are not allowed (it is not shown here).",
                            "the caller's Authorization header",
                            "refuse the caller with 401; RFC 6750, section 2.1 has the syntax")
                    .toString());
        }
    }

    public String authorization() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "AccessToken[not shown]";
    }
}
