package dev.treaty.consumer.apigateway.auth;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Where a person calls from. auth-service counts attempts to sign in by it, so the gateway determines it itself and never trusts what
 * the person claims.
 *
 * @param value an IPv4 or IPv6 address, e.g. {@code 203.0.113.7}, as it goes into {@code X-Forwarded-For}
 */
public record ClientAddress(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    /** Refuses what could add a header or a second address. */
    public ClientAddress {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A client's address is not an IPv4 or IPv6 address.",
                            "an address of %d characters".formatted(value.length()),
                            "take the address of the connection, or what a trusted proxy says in X-Forwarded-For")
                    .toString());
        }
    }
}
