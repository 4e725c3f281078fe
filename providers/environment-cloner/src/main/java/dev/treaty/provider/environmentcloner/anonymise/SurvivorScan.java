package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.originals.ValueHash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for originals in the rows of a target: whole values, and addresses, numbers and names in longer texts. What the profile keeps is not looked
 * at. Not for use by several threads.
 */
public final class SurvivorScan {

    /** So many that may be originals are held in memory before it is found out which are. */
    private static final int MOST_SUSPECTS = 100_000;

    private final AnonymisationProfile profile;
    private final Originals originals;
    private final Originals.Probe probe;
    private final Map<ValueHash, Set<ColumnName>> suspects = new HashMap<>();
    private final SortedMap<String, Integer> survivors = new TreeMap<>();

    public SurvivorScan(AnonymisationProfile profile, Originals originals) {
        this.profile = profile;
        this.originals = originals;
        probe = originals.probe();
    }

    /** Whether a column has to be looked at. */
    public boolean concerns(Column column) {
        return column.kind() != Column.Kind.OTHER
                && !(profile.rule(column.name()).orElse(null) instanceof ValueRule.Keep);
    }

    /**
     * Looks at a row.
     *
     * @param row in PostgreSQL's text format of COPY, with the line feed
     * @param columns those of the row
     */
    public void add(byte[] row, List<Column> columns) {
        var from = 0;
        for (var column : columns) {
            var to = RowRewriter.endOfField(row, from);
            if (!CopyText.isNull(row, from, to)) {
                add(CopyText.read(row, from, to), column);
            }
            from = to + 1;
        }
    }

    private void add(String value, Column column) {
        if (column.kind() == Column.Kind.JSON) {
            var kept = profile.rule(column.name()).orElse(null) instanceof ColumnRule.Json json
                    ? json.members()
                    : Map.<String, ValueRule>of();
            JsonStrings.strings(value, (path, text) -> {
                if (!(kept.get(path) instanceof ValueRule.Keep)) {
                    suspect(text, column.name());
                }
            });
        } else {
            suspect(value, column.name());
        }
    }

    private void suspect(String value, ColumnName column) {
        for (var hash : probe.suspects(value)) {
            suspects.computeIfAbsent(hash, absent -> new HashSet<>()).add(column);
        }
        if (suspects.size() >= MOST_SUSPECTS) {
            convict();
        }
    }

    private void convict() {
        for (var hash : originals.among(suspects.keySet())) {
            suspects.getOrDefault(hash, Set.of())
                    .forEach(column -> survivors.merge(column.toString(), 1, Integer::sum));
        }
        suspects.clear();
    }

    /** How many different originals are left, by column; empty if none is. */
    public SortedMap<String, Integer> survivors() {
        convict();
        return new TreeMap<>(survivors);
    }
}
