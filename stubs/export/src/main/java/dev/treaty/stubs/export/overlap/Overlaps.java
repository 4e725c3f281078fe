package dev.treaty.stubs.export.overlap;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.value.Regexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds interactions that accept the same request: those that accept each other's examples. A request chooses between them by
 * its provider state.
 */
public final class Overlaps {

    private final List<RankedInteraction> interactions;

    /** By the order of the interaction whose example they accept. */
    private final Map<Integer, List<RankedInteraction>> accepting = new HashMap<>();

    private final Set<Integer> shared = new HashSet<>();

    private Overlaps(List<RankedInteraction> interactions) {
        this.interactions = interactions;
    }

    /** Compares all HTTP interactions of these files; only those of the same provider can overlap. */
    public static Overlaps among(Collection<PactFile> files) {
        var interactions = new ArrayList<RankedInteraction>();
        var order = 0;
        for (var file : files) {
            for (var interaction : file.interactions()) {
                if (interaction instanceof V4Interaction.SynchronousHttp http) {
                    interactions.add(new RankedInteraction(file, http, order));
                }
                order++;
            }
        }
        var overlaps = new Overlaps(List.copyOf(interactions));
        overlaps.compare();
        return overlaps;
    }

    /** All of them, in the order of the files. */
    public List<RankedInteraction> interactions() {
        return interactions;
    }

    /** The interactions of one provider. */
    public List<RankedInteraction> of(String provider) {
        return interactions.stream()
                .filter(interaction -> interaction.provider().equals(provider))
                .toList();
    }

    /**
     * The interactions that take precedence over this one for its own example, unless a state is requested; the first of them
     * responds.
     */
    public List<RankedInteraction> before(RankedInteraction interaction) {
        return accepting(interaction).stream()
                .filter(other -> RankedInteraction.BY_PRECEDENCE.compare(other, interaction) < 0)
                .sorted(RankedInteraction.BY_PRECEDENCE)
                .toList();
    }

    /** Whether this interaction and another one accept the same request. */
    public boolean isShared(RankedInteraction interaction) {
        return shared.contains(interaction.order());
    }

    /** The others that accept the example of this one. */
    private List<RankedInteraction> accepting(RankedInteraction interaction) {
        return accepting.getOrDefault(interaction.order(), List.of());
    }

    /** An interaction that may accept several paths, and a regex that all of them match. */
    private record Patterned(RankedInteraction interaction, Pattern path) {

        boolean allows(RankedInteraction example) {
            try {
                return path.matcher(example.request().getPath()).matches();
            } catch (StackOverflowError e) {
                return true; // pact-jvm decides
            }
        }
    }

    /**
     * Compares with pact-jvm only where method and path allow a match, so that many interactions with different paths cost
     * little.
     */
    private void compare() {
        var plain = new HashMap<String, List<RankedInteraction>>();
        var patterned = new HashMap<String, List<Patterned>>();
        for (var interaction : interactions) {
            if (isPlain(interaction)) {
                plain.computeIfAbsent(key(interaction), key -> new ArrayList<>())
                        .add(interaction);
            } else {
                patterned
                        .computeIfAbsent(method(interaction), key -> new ArrayList<>())
                        .add(new Patterned(interaction, path(interaction)));
            }
        }
        for (var example : interactions) {
            var others = new ArrayList<>(plain.getOrDefault(key(example), List.of()));
            patterned.getOrDefault(method(example), List.of()).stream()
                    .filter(other -> other.allows(example))
                    .map(Patterned::interaction)
                    .forEach(others::add);
            others.removeIf(other -> other.order() == example.order() || !other.accepts(example));
            if (!others.isEmpty()) {
                accepting.put(example.order(), List.copyOf(others));
                shared.add(example.order());
                others.forEach(other -> shared.add(other.order()));
            }
        }
    }

    /** Whether it accepts only one path. */
    private static boolean isPlain(RankedInteraction interaction) {
        var rules = interaction.request().getMatchingRules().rulesForCategory("path");
        return rules.getMatchingRules().isEmpty()
                && !Regexes.isSpecial(interaction.request().getPath());
    }

    /** Matches every path that it accepts, and possibly others. */
    private static Pattern path(RankedInteraction interaction) {
        var groups = interaction
                .request()
                .getMatchingRules()
                .rulesForCategory("path")
                .getMatchingRules();
        var path = interaction.request().getPath();
        var regex = Regexes.quote(path) + (Regexes.isValid(path) ? "|" + path : "");
        if (!groups.isEmpty()) {
            var rules = groups.values().iterator().next().getRules();
            regex = rules.size() == 1 && rules.get(0) instanceof RegexMatcher rule && Regexes.isValid(rule.getRegex())
                    ? rule.getRegex()
                    : ".*";
        }
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static String key(RankedInteraction interaction) {
        return method(interaction) + " " + interaction.request().getPath();
    }

    private static String method(RankedInteraction interaction) {
        return interaction.provider() + " " + interaction.request().getMethod().toUpperCase(Locale.ROOT);
    }
}
