package dev.treaty.pacts.broker.publishing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names of pacticipants the broker takes for the same one in another spelling, e.g. "Api Gateways" and "api-gateway".
 *
 * @see <a
 *     href="https://github.com/pact-foundation/pact_broker/blob/master/lib/pact_broker/pacticipants/find_potential_duplicate_pacticipant_names.rb">the
 *     broker's rule</a>
 */
final class SimilarNames {

    /** Words that do not distinguish names. */
    private static final Set<String> IGNORED = Set.of("api", "provider", "service");

    private SimilarNames() {}

    /** Whether a new name is similar to a known one. */
    static boolean areIn(List<String> names, Collection<String> known) {
        return names.stream()
                .filter(name -> !known.contains(name))
                .anyMatch(name -> known.stream().anyMatch(other -> words(name).equals(words(other))));
    }

    private static List<String> words(String name) {
        var separated = name.replaceAll("\\s", "_")
                .replace("::", "/")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z\\d])([A-Z])", "$1_$2")
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(separated.split("_"))
                .map(word -> word.replaceFirst("s$", ""))
                .filter(word -> !IGNORED.contains(word))
                .toList();
    }
}
