package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param interaction the number of the one that answered; null if the request was refused
 * @param fields the answer's header fields in small letters, sorted, without those that frame it
 */
record ObservedResponse(@Nullable String interaction, int status, List<String> fields, String body) {

    /** What the listener adds, and "Date", which says no more than when. */
    private static final Set<String> FRAMING = Set.of("connection", "content-length", "date", "transfer-encoding");

    static ObservedResponse of(Response response) {
        var number = GeneratedInteraction.NUMBER.toLowerCase(Locale.ROOT);
        var fields = response.headers().stream()
                .map(ObservedResponse::field)
                .filter(field -> !FRAMING.contains(name(field)))
                .sorted()
                .toList();
        var interaction = fields.stream()
                .filter(field -> name(field).equals(number))
                .map(field -> field.substring(number.length() + 2))
                .findFirst()
                .orElse(null);
        return new ObservedResponse(interaction, response.status(), fields, response.body());
    }

    boolean accepted() {
        return interaction != null;
    }

    /** Whether pact-jvm could not compare at all; it says so when it could. */
    boolean failed() {
        return !accepted() && status == 500 && !fields.contains("x-pact-unexpected-request: 1");
    }

    /** As the stub refuses: with a status that the client is to blame for. */
    boolean refusedProperly() {
        return status == 400 || status == 404;
    }

    /** Whether both refuse, in whatever words, or both answer the same. */
    boolean agreesWith(ObservedResponse other) {
        return accepted() ? equals(other) : !other.accepted();
    }

    boolean isOfSameInteraction(ObservedResponse other) {
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
        return "%s: %d %s%n%s".formatted(accepted() ? "accepted by " + interaction : "refused", status, fields, body);
    }
}
