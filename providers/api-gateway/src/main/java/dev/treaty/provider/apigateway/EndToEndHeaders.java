package dev.treaty.provider.apigateway;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The header fields of a request that are meant for more than the connection it came by. Those that {@code Connection}
 * names end here, as an intermediary must see to (RFC 9110, section 7.6.1); the others that end here, {@code Keep-Alive},
 * {@code TE}, {@code Upgrade} and so on, nobody asks for.
 */
final class EndToEndHeaders {

    private final Context context;
    private final Set<String> ended;

    private EndToEndHeaders(Context context, Set<String> ended) {
        this.context = context;
        this.ended = ended;
    }

    static EndToEndHeaders of(Context context) {
        return new EndToEndHeaders(
                context,
                Collections.list(context.req().getHeaders("Connection")).stream()
                        .flatMap(field -> Arrays.stream(field.split(",")))
                        .map(option -> option.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** A field's value; that of several lines as one, joined by commas (RFC 9110, section 5.3). */
    Optional<String> value(String name) {
        var lines = Collections.list(context.req().getHeaders(name));
        return lines.isEmpty() || ended.contains(name.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(String.join(", ", lines));
    }
}
