package dev.treaty.provider.environmentcloner.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowConditionsTest {

    private static final String TABLES = """
            CREATE TABLE guests (id int PRIMARY KEY, age int);
            CREATE TABLE stays (id int PRIMARY KEY, "the guest" int REFERENCES guests, recommended_by int REFERENCES guests);
            CREATE TABLE bills (id int, part int, stay int NOT NULL REFERENCES stays, PRIMARY KEY (id, part));
            CREATE TABLE payments (id int PRIMARY KEY, bill int, part int, FOREIGN KEY (bill, part) REFERENCES bills);
            CREATE TABLE towns (id int PRIMARY KEY);
            INSERT INTO guests VALUES (1, 10), (2, 99);
            INSERT INTO stays VALUES (1, 1, NULL), (2, 2, NULL), (3, 1, 2), (4, NULL, NULL);
            INSERT INTO bills VALUES (1, 1, 1), (2, 1, 2), (3, 1, 3), (4, 1, 4);
            INSERT INTO payments VALUES (1, 1, 1), (2, 2, 1), (3, 3, 1), (4, NULL, 1), (5, 4, 1);
            INSERT INTO towns VALUES (1);
            """;

    @Test
    void what_refers_to_a_row_that_is_left_out_is_left_out_however_far_away() throws SQLException {
        try (var connection = database(TABLES)) {
            Function<TableName, Optional<String>> young =
                    table -> table.table().equals("guests") ? Optional.of("age < 50") : Optional.empty();

            assertThat(ids(connection, "guests", young)).containsExactly(1);
            assertThat(ids(connection, "stays", young)).containsExactly(1, 4);
            assertThat(ids(connection, "bills", young)).containsExactly(1, 4);
            assertThat(ids(connection, "payments", young)).containsExactly(1, 4, 5);
            assertThat(conditions(connection, "towns", young)).isEmpty();
        }
    }

    @Test
    void a_table_that_is_left_out_takes_its_references_with_it() throws SQLException {
        try (var connection = database(TABLES)) {
            Function<TableName, Optional<String>> without =
                    table -> table.table().equals("stays") ? Optional.of("false") : Optional.empty();

            assertThat(ids(connection, "stays", without)).isEmpty();
            assertThat(ids(connection, "bills", without)).isEmpty();
            assertThat(ids(connection, "payments", without)).containsExactly(4);
            assertThat(conditions(connection, "guests", without)).isEmpty();
        }
    }

    @Test
    void a_table_that_refers_to_itself_loses_whoever_is_below_somebody_who_is_left_out() throws SQLException {
        try (var connection = database("""
                CREATE TABLE staff (id int PRIMARY KEY, age int, boss int REFERENCES staff, deputy int REFERENCES staff);
                INSERT INTO staff VALUES (1, 30, NULL, NULL), (2, 60, 1, NULL), (3, 30, 2, NULL), (4, 30, 3, 1), (5, 30, 1, 1),
                                         (6, 30, 5, 4), (7, 30, 7, NULL), (8, NULL, 1, NULL);
                CREATE TABLE desks (id int PRIMARY KEY, owner int REFERENCES staff);
                INSERT INTO desks VALUES (1, 1), (2, 4), (3, NULL), (4, 5)""")) {
            assertThat(conditions(connection, "staff", table -> Optional.of("false")))
                    .contains("false");
            assertThat(conditions(connection, "staff", table -> Optional.empty()))
                    .isEmpty();
            Function<TableName, Optional<String>> young =
                    table -> table.table().equals("staff") ? Optional.of("age < 50") : Optional.empty();

            assertThat(ids(connection, "staff", young)).containsExactly(1, 5, 7);
            assertThat(ids(connection, "desks", young)).containsExactly(1, 3, 4);
        }
    }

    @Test
    void a_circle_of_tables_loses_what_refers_to_rows_that_are_left_out_and_so_on() throws SQLException {
        try (var connection = database("""
                CREATE TABLE houses (id int PRIMARY KEY, age int);
                CREATE TABLE flats (id int PRIMARY KEY, house int REFERENCES houses, main_tenant int);
                CREATE TABLE tenants (id int PRIMARY KEY, flat int NOT NULL REFERENCES flats);
                INSERT INTO houses VALUES (1, 10), (2, 99);
                INSERT INTO flats VALUES (1, 1, 1), (2, 2, 2), (3, 1, 3), (4, 1, NULL);
                INSERT INTO tenants VALUES (1, 1), (2, 1), (3, 2), (4, 3), (5, 4);
                ALTER TABLE flats ADD FOREIGN KEY (main_tenant) REFERENCES tenants""")) {
            Function<TableName, Optional<String>> young =
                    table -> table.table().equals("houses") ? Optional.of("age < 50") : Optional.empty();

            assertThat(ids(connection, "flats", young)).containsExactly(1, 4);
            assertThat(ids(connection, "tenants", young)).containsExactly(1, 2, 5);
        }
    }

    /** Whatever refers to whatever, what is left is the most that can be: it satisfies its own conditions, and refers to nothing that is gone. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void any_tables_keep_the_most_that_can_be_kept(int seed) throws SQLException {
        var world = ReferringTables.random(new Random(seed));

        try (var connection = database(world.sql())) {
            for (var table : world.tables()) {
                assertThat(ids(connection, table, world::condition)).as(table).isEqualTo(world.kept(table));
            }
        }
    }

    private static Connection database(String sql) throws SQLException {
        var connection = LoftsDatabases.empty().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static Optional<String> conditions(
            Connection connection, String table, Function<TableName, Optional<String>> own) throws SQLException {
        var name = new TableName("public", table);
        return Optional.ofNullable(
                RowConditions.of(connection, List.of(name), own).get(name));
    }

    private static List<Integer> ids(Connection connection, String table, Function<TableName, Optional<String>> own)
            throws SQLException {
        var ids = new ArrayList<Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM public.%s WHERE %s ORDER BY id"
                        .formatted(table, conditions(connection, table, own).orElse("true")))) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }
}
