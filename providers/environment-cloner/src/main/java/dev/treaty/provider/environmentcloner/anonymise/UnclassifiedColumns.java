package dev.treaty.provider.environmentcloner.anonymise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what looks personal and is not in the profile: it stops a clone, because nobody has decided about it. */
public final class UnclassifiedColumns {

    private final AnonymisationProfile profile;

    public UnclassifiedColumns(AnonymisationProfile profile) {
        this.profile = profile;
    }

    /**
     * Whether a column, or members of its documents, are unclassified.
     *
     * @param sample some values of the column, none of them null
     * @return the column, or each member as {@code audit.audit_logs.new_values > guest.email}
     */
    public List<String> in(Column column, Collection<String> sample) {
        var rule = profile.rule(column.name()).orElse(null);
        if (rule instanceof ValueRule) {
            return List.of();
        }
        if (column.kind() == Column.Kind.JSON) {
            return members(column, rule instanceof ColumnRule.Json json ? json.members() : Map.of(), sample);
        }
        return PersonalDataSigns.isName(column.name().column())
                        || (column.kind() == Column.Kind.TEXT && PersonalDataSigns.areValues(sample))
                ? List.of(column.name().toString())
                : List.of();
    }

    private static List<String> members(Column column, Map<String, ValueRule> rules, Collection<String> documents) {
        var samples = new LinkedHashMap<String, List<String>>();
        for (var document : documents) {
            JsonStrings.strings(
                    document,
                    (path, value) -> samples.computeIfAbsent(path, absent -> new ArrayList<>())
                            .add(value));
        }
        return samples.entrySet().stream()
                .filter(member -> !rules.containsKey(member.getKey()))
                .filter(member -> PersonalDataSigns.isName(lastName(member.getKey()))
                        || PersonalDataSigns.areValues(member.getValue()))
                .map(member -> column.name() + " > " + member.getKey())
                .sorted()
                .toList();
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
