package dev.treaty.provider.apigateway;

import dev.treaty.provider.service.http.HeaderFields;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The header fields of a request that are not only for the connection it came over. Those that {@code Connection} names are hidden, as RFC
 * 9110, section 7.6.1, requires of an intermediary; other connection-specific fields such as {@code Keep-Alive}, {@code TE} and
 * {@code Upgrade} are never read.
 */
final class EndToEndHeaders {

    private final Context context;
    private final Set<String> hidden;

    private EndToEndHeaders(Context context, Set<String> hidden) {
        this.context = context;
        this.hidden = hidden;
    }

    static EndToEndHeaders of(Context context) {
        return new EndToEndHeaders(
                context,
                Collections.list(context.req().getHeaders("Connection")).stream()
                        .flatMap(field -> Arrays.stream(field.split(",")))
                        .map(option -> option.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** A field's value; several lines are joined by commas (RFC 9110, section 5.3). */
    Optional<String> value(String name) {
        return hidden.contains(name.toLowerCase(Locale.ROOT)) ? Optional.empty() : HeaderFields.value(context, name);
    }
}
