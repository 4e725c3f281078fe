package dev.treaty.provider.environmentcloner.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

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
    void a_circle_of_references_is_named_if_rows_of_it_are_left_out() throws SQLException {
        try (var connection = database("""
                CREATE TABLE people (id int PRIMARY KEY, age int, boss int REFERENCES people)""")) {
            assertThat(conditions(connection, "people", table -> Optional.of("false")))
                    .contains("false");
            assertThatThrownBy(() -> conditions(connection, "people", table -> Optional.of("age < 50")))
                    .isInstanceOf(CircularReference.class)
                    .hasMessage("public.people");
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
