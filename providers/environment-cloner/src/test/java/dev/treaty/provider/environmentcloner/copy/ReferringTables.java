package dev.treaty.provider.environmentcloner.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables with random rows and random keys to each other and to themselves, and which rows remain if some are left out. */
final class ReferringTables {

    private static final int TABLES = 4;
    private static final int ROWS = 15;
    private static final int LIMIT = 80;

    /** A row: what its condition looks at, and the number of the row to which each key refers, 0 for none. */
    private record Row(int age, List<Integer> references) {}

    /** A table: to which tables its keys refer, by their numbers, and its rows, which are numbered from 1. */
    private record Table(List<Integer> keys, List<Row> rows, boolean isLimited, boolean isLeftOut) {}

    /** A row by the number of its table and its own. */
    private record Place(int table, int row) {}

    private final List<Table> tables = new ArrayList<>();

    static ReferringTables random(Random random) {
        var world = new ReferringTables();
        for (var i = 0; i < TABLES; i++) {
            var keys = random.ints(random.nextInt(3), 0, TABLES).boxed().toList();
            var rows = new ArrayList<Row>();
            for (var row = 0; row < ROWS; row++) {
                rows.add(new Row(
                        random.nextInt(100),
                        keys.stream().map(key -> random.nextInt(ROWS + 1)).toList()));
            }
            world.tables.add(new Table(keys, rows, random.nextBoolean(), random.nextInt(8) == 0));
        }
        return world;
    }

    List<String> tables() {
        return IntStream.range(0, TABLES).mapToObj(i -> "t" + i).toList();
    }

    Optional<String> condition(TableName name) {
        if (!name.schema().equals("public")) {
            return Optional.empty();
        }
        var table = tables.get(Integer.parseInt(name.table().substring(1)));
        if (table.isLeftOut()) {
            return Optional.of("false");
        }
        return table.isLimited() ? Optional.of("age < " + LIMIT) : Optional.empty();
    }

    /** Creates them with their rows and keys. */
    String sql() {
        var sql = new StringBuilder();
        for (var i = 0; i < TABLES; i++) {
            var keys = tables.get(i).keys();
            sql.append("CREATE TABLE t%d (id int PRIMARY KEY, age int".formatted(i));
            for (var key = 0; key < keys.size(); key++) {
                sql.append(", k%d int".formatted(key));
            }
            sql.append(");");
            var rows = tables.get(i).rows();
            for (var row = 0; row < ROWS; row++) {
                sql.append("INSERT INTO t%d VALUES (%d, %d%s);"
                        .formatted(
                                i,
                                row + 1,
                                rows.get(row).age(),
                                rows.get(row).references().stream()
                                        .map(reference -> reference == 0 ? ", NULL" : ", " + reference)
                                        .collect(Collectors.joining())));
            }
        }
        for (var i = 0; i < TABLES; i++) {
            for (var key = 0; key < tables.get(i).keys().size(); key++) {
                sql.append("ALTER TABLE t%d ADD FOREIGN KEY (k%d) REFERENCES t%d;"
                        .formatted(i, key, tables.get(i).keys().get(key)));
            }
        }
        return sql.toString();
    }

    /** The numbers of the rows that remain in a table. */
    List<Integer> kept(String table) {
        var left = leftOut();
        var number = Integer.parseInt(table.substring(1));
        var kept = new ArrayList<Integer>();
        for (var row = 1; row <= ROWS; row++) {
            if (!left.contains(new Place(number, row))) {
                kept.add(row);
            }
        }
        return kept;
    }

    /** Again and again, until no further row refers to one of them. */
    private Set<Place> leftOut() {
        var left = new HashSet<Place>();
        var before = -1;
        while (left.size() > before) {
            before = left.size();
            for (var i = 0; i < TABLES; i++) {
                for (var row = 1; row <= ROWS; row++) {
                    if (isLeftOut(i, row, left)) {
                        left.add(new Place(i, row));
                    }
                }
            }
        }
        return left;
    }

    private boolean isLeftOut(int number, int row, Set<Place> left) {
        var table = tables.get(number);
        var content = table.rows().get(row - 1);
        if (table.isLeftOut() || (table.isLimited() && content.age() >= LIMIT)) {
            return true;
        }
        for (var key = 0; key < table.keys().size(); key++) {
            if (left.contains(
                    new Place(table.keys().get(key), content.references().get(key)))) {
                return true;
            }
        }
        return false;
    }
}
