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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which rows are copied if some are left out: a row that refers to one that is left out is left out itself, so that all keys hold.
 */
public final class RowConditions {

    private static final String NONE = "false";

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
     */
    public static Map<TableName, String> of(
            Connection source, Collection<TableName> tables, Function<TableName, Optional<String>> own)
            throws SQLException {
        var conditions = new RowConditions(own, ForeignKey.of(source));
        var all = new LinkedHashMap<TableName, String>();
        for (var table : tables) {
            conditions.of(table).ifPresent(condition -> all.put(table, condition));
        }
        return all;
    }

    private Optional<String> of(TableName table) {
        if (isLeftOut(table)) {
            return Optional.of(NONE);
        }
        if (!isRestricted(table)) {
            return Optional.empty();
        }
        var circle = circle(table);
        return circle.isEmpty()
                ? direct(table, key -> true)
                : Optional.of(circleOf(circle).condition(table));
    }

    /** What the rows must satisfy by themselves and by what they refer to directly, by some of the table's keys. */
    private Optional<String> direct(TableName table, Predicate<ForeignKey> which) {
        var all = new ArrayList<String>(own.apply(table).stream().toList());
        for (var key : keys(table)) {
            if (which.test(key) && isRestricted(key.referred())) {
                all.add(referring(key, of(key.referred())));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", all));
    }

    private ReferenceCircle circleOf(Set<TableName> tables) {
        var conditions = new LinkedHashMap<TableName, String>();
        var within = new ArrayList<ForeignKey>();
        for (var table : tables) {
            direct(table, key -> !tables.contains(key.referred()))
                    .ifPresent(condition -> conditions.put(table, condition));
            keys(table).stream().filter(key -> tables.contains(key.referred())).forEach(within::add);
        }
        return new ReferenceCircle(conditions, within);
    }

    /** The tables that refer to each other in circles in which this one is; empty if it is in none. */
    private Set<TableName> circle(TableName table) {
        var circle = new LinkedHashSet<TableName>();
        for (var reached : reached(table)) {
            if (reached(reached).contains(table)) {
                circle.add(reached);
            }
        }
        return circle;
    }

    /** The tables to which this one refers, directly or through others. */
    private Set<TableName> reached(TableName table) {
        var reached = new LinkedHashSet<TableName>();
        reach(table, reached);
        return reached;
    }

    private void reach(TableName table, Set<TableName> reached) {
        for (var key : keys(table)) {
            if (reached.add(key.referred())) {
                reach(key.referred(), reached);
            }
        }
    }

    /** A table without rows refers to nothing. */
    private List<ForeignKey> keys(TableName table) {
        return isLeftOut(table) ? List.of() : keys.getOrDefault(table, List.of());
    }

    private boolean isLeftOut(TableName table) {
        return own.apply(table).equals(Optional.of(NONE));
    }

    /** Whether rows of a table are left out, for their own sake or for what they refer to. */
    private boolean isRestricted(TableName table) {
        return own.apply(table).isPresent()
                || reached(table).stream()
                        .anyMatch(reached -> own.apply(reached).isPresent());
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
