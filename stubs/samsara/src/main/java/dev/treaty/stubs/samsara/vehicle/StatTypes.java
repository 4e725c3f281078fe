package dev.treaty.stubs.samsara.vehicle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.samsara.api.Query;
import dev.treaty.stubs.samsara.api.SamsaraError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types that a request asks for: at most three, where {@code auxInput3} to {@code auxInput10} count as one. */
final class StatTypes {

    private static final int MOST = 3;
    private static final Pattern AUXILIARY = Pattern.compile("auxInput([3-9]|10)");

    /** All that Samsara knows; the vehicles of the replay do not measure most of them. */
    private static final Set<String> KNOWN = read();

    private StatTypes() {}

    /** Those of a request that the replay's vehicles measure. */
    static List<StatType> of(Query query) {
        var names = query.list("types");
        if (names.isEmpty()) {
            throw SamsaraError.badRequest("Missing required parameter types.");
        }
        for (var name : names) {
            if (!KNOWN.contains(name)) {
                throw SamsaraError.badRequest("Invalid value for parameter types: %s.".formatted(name));
            }
        }
        var counted = names.stream()
                .map(name -> AUXILIARY.matcher(name).matches() ? "auxInput3-10" : name)
                .distinct()
                .count();
        if (counted > MOST) {
            throw SamsaraError.badRequest(
                    "Invalid value for parameter types: at most %d types may be requested.".formatted(MOST));
        }
        return Arrays.stream(StatType.values())
                .filter(type -> names.contains(type.plural()))
                .toList();
    }

    private static Set<String> read() {
        try (var stream = StatTypes.class.getResourceAsStream("stat-types.txt")) {
            if (stream == null) {
                throw new IllegalStateException("stat-types.txt is missing");
            }
            return new String(stream.readAllBytes(), UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
