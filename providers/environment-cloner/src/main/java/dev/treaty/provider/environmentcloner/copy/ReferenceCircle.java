package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables that refer to each other in a circle, or one that refers to itself: what has to be left out cannot be told row by row, so PostgreSQL begins
 * with the rows that are left out anyway and goes on with those that refer to them, until there are no more.
 *
 * @param conditions SQL that rows must satisfy whatever the other tables of the circle have, by table; at least one
 * @param keys by which the tables refer to each other
 */
record ReferenceCircle(Map<TableName, String> conditions, List<ForeignKey> keys) {

    ReferenceCircle {
        conditions = Map.copyOf(conditions);
        keys = List.copyOf(keys);
    }

    /** What the rows of one of the tables must satisfy. A row is known by its table and its place there, which no transaction sees change. */
    String condition(TableName table) {
        return """
                NOT EXISTS (SELECT FROM (WITH RECURSIVE left_out (home, place) AS ((%s) UNION \
                SELECT further.home, further.place FROM left_out JOIN (%s) AS further \
                ON further.referred_home = left_out.home AND further.referred_place = left_out.place) \
                SELECT home, place FROM left_out) AS gone WHERE gone.home = %3$s.tableoid AND gone.place = %3$s.ctid)""".formatted(first(), further(), table.quoted());
    }

    private String first() {
        return conditions.entrySet().stream()
                .map(table -> "SELECT tableoid, ctid FROM %s WHERE (%s) IS NOT TRUE"
                        .formatted(table.getKey().quoted(), table.getValue()))
                .sorted()
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String further() {
        return keys.stream().map(ReferenceCircle::referring).collect(Collectors.joining(" UNION ALL "));
    }

    /** The rows that refer to others by a key, and those others. */
    private static String referring(ForeignKey key) {
        var equal = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "referred.%s = referring.%s"
                        .formatted(
                                QuotedName.of(key.referredColumns().get(i)),
                                QuotedName.of(key.columns().get(i))))
                .collect(Collectors.joining(" AND "));
        return """
                SELECT referred.tableoid AS referred_home, referred.ctid AS referred_place, referring.tableoid AS home, referring.ctid AS place \
                FROM %s AS referring JOIN %s AS referred ON %s""".formatted(key.table().quoted(), key.referred().quoted(), equal);
    }
}
