package dev.treaty.stubs.export.overlap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * WireMock's priorities; the lowest number responds first. The decimal digits say why: {@code 1 996 002 000} responds without a
 * requested state (1; a leading 0 with one), specifies 4 parts of the request (1000 - 4), has 2 rules, and is the first such in
 * the order of the files (0).
 */
public final class MappingPriority {

    private static final int MOST = 999;
    private static final int WITHOUT_STATE = 1_000_000_000;

    private final Map<Integer, Integer> places = new HashMap<>();

    private record Rank(String provider, String method, int parts, int rules) {}

    /** Ranks all exported interactions, given in the order of the files. */
    public MappingPriority(List<RankedInteraction> interactions) {
        var next = new HashMap<Rank, Integer>();
        for (var interaction : interactions) {
            var rank = new Rank(
                    interaction.provider(),
                    interaction.request().getMethod(),
                    interaction.parts(),
                    interaction.rules());
            places.put(interaction.order(), next.merge(rank, 1, Integer::sum) - 1);
        }
    }

    /** For the mapping that responds when its state is requested. */
    public int withState(RankedInteraction interaction) {
        var parts = Math.max(1, MOST + 1 - interaction.parts());
        var place = places.getOrDefault(interaction.order(), 0);
        return (parts * 1000 + Math.min(MOST, interaction.rules())) * 1000 + Math.min(MOST, place);
    }

    /** For the mapping that responds whatever state is requested. */
    public int withoutState(RankedInteraction interaction) {
        return WITHOUT_STATE + withState(interaction);
    }
}
