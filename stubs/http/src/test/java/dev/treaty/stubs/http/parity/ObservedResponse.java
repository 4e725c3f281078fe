package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response, reduced to what the stub and the mock server must agree on.
 *
 * @param interaction the number of the interaction that answered; null if the request was refused
 * @param headers sorted, with names in lower case, without those that frame the body
 * @param body if it is JSON, with its keys sorted
 */
record ObservedResponse(@Nullable String interaction, int status, List<String> headers, String body) {

    /** What every HTTP server adds. */
    private static final Set<String> FRAMING = Set.of("connection", "content-length", "date", "transfer-encoding");

    /** What the stub adds for the caches of browsers if a request has an origin; pact-jvm does not know pages. */
    private static final String FOR_CACHES = "vary: Origin";

    static ObservedResponse of(Response response) {
        var number = GeneratedInteraction.NUMBER_HEADER.toLowerCase(Locale.ROOT);
        var headers = response.headers().stream()
                .map(ObservedResponse::field)
                .filter(field -> !FRAMING.contains(name(field)) && !field.equals(FOR_CACHES))
                .sorted()
                .toList();
        var interaction = headers.stream()
                .filter(field -> name(field).equals(number))
                .map(field -> field.substring(number.length() + 2))
                .findFirst()
                .orElse(null);
        return new ObservedResponse(interaction, response.status(), headers, SortedJson.of(response.body()));
    }

    boolean accepted() {
        return interaction != null;
    }

    /** Whether pact-jvm could not compare the request at all; if it could, it reports an unexpected request. */
    boolean failed() {
        return !accepted() && status == 500 && !headers.contains("x-pact-unexpected-request: 1");
    }

    /** Whether the status is one that the stub refuses a request with. */
    boolean hasRefusalStatus() {
        return status == 400 || status == 404;
    }

    /** Whether both refuse, however they word it, or both send the same response. */
    boolean agreesWith(ObservedResponse other) {
        return accepted() ? equals(other) : !other.accepted();
    }

    /** The number of the interaction that accepted the request. */
    int number() {
        return Integer.parseInt(Objects.requireNonNull(interaction));
    }

    boolean isFromSameInteraction(ObservedResponse other) {
        return Objects.equals(interaction, other.interaction);
    }

    private static String field(String line) {
        var name = name(line);
        return name + ": " + line.substring(name.length() + 1).strip();
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "%s: %d %s%n%s".formatted(accepted() ? "accepted by " + interaction : "refused", status, headers, body);
    }
}
