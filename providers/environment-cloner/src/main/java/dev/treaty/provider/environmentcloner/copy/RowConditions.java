package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which rows are copied if some are left out: a row that refers to one that is left out is left out itself, so that all keys hold.
 */
public final class RowConditions {

    private final Function<TableName, Optional<String>> own;
    private final Map<TableName, List<ForeignKey>> keys;

    private RowConditions(Function<TableName, Optional<String>> own, Collection<ForeignKey> keys) {
        this.own = own;
        this.keys = keys.stream().collect(Collectors.groupingBy(ForeignKey::table));
    }

    /**
     * The conditions for the tables of a source, by table; tables that are copied wholly are not in it.
     *
     * @param own SQL that the rows of a table must satisfy by themselves, {@code false} for none of them; empty for all
     * @throws CircularReference if rows that are left out are referred to in a circle of tables
     */
    public static Map<TableName, String> of(
            Connection source, Collection<TableName> tables, Function<TableName, Optional<String>> own)
            throws SQLException {
        var conditions = new RowConditions(own, ForeignKey.of(source));
        var all = new LinkedHashMap<TableName, String>();
        for (var table : tables) {
            conditions.of(table, new LinkedHashSet<>()).ifPresent(condition -> all.put(table, condition));
        }
        return all;
    }

    /** @param path the tables that refer to this one, one to the next */
    private Optional<String> of(TableName table, Set<TableName> path) {
        var condition = own.apply(table);
        if (condition.isPresent() && condition.get().equals("false")) {
            return condition;
        }
        if (!path.add(table)) {
            throw new CircularReference(path);
        }
        var all = new ArrayList<String>(condition.stream().toList());
        for (var key : keys.getOrDefault(table, List.of())) {
            if (isRestricted(key.referred(), new LinkedHashSet<>())) {
                all.add(referring(key, of(key.referred(), path)));
            }
        }
        path.remove(table);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", all));
    }

    /** Whether rows of a table are left out, for their own sake or for what they refer to. */
    private boolean isRestricted(TableName table, Set<TableName> seen) {
        return own.apply(table).isPresent()
                || (seen.add(table)
                        && keys.getOrDefault(table, List.of()).stream()
                                .anyMatch(key -> isRestricted(key.referred(), seen)));
    }

    /** A key with a NULL refers to nothing (PostgreSQL's documentation, "Foreign Keys", MATCH SIMPLE). */
    private static String referring(ForeignKey key, Optional<String> condition) {
        var nulls = new ArrayList<String>();
        var equal = new ArrayList<String>();
        for (var i = 0; i < key.columns().size(); i++) {
            var column = column(key.table(), key.columns().get(i));
            nulls.add(column + " IS NULL");
            equal.add("%s = %s"
                    .formatted(column(key.referred(), key.referredColumns().get(i)), column));
        }
        condition.ifPresent(equal::add);
        return "(%s OR EXISTS (SELECT FROM %s WHERE %s))"
                .formatted(String.join(" OR ", nulls), key.referred().quoted(), String.join(" AND ", equal));
    }

    private static String column(TableName table, String name) {
        return table.quoted() + "." + QuotedName.of(name);
    }
}
