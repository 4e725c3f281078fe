package dev.treaty.provider.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void an_embedded_database_is_migrated_and_answers() {
        try (var database = Database.open("library", Optional.empty())) {
            var titles = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT title FROM book")
                            .mapTo(String.class)
                            .list());

            assertThat(titles).containsExactly("Moby-Dick");
            assertThat(database.answers()).isTrue();
        }
    }

    @Test
    void a_url_with_credentials_is_taken_apart() {
        var url = DatabaseUrl.parse("postgres://ann:p%40ss@db.example:6432/auth");

        assertThat(url).isEqualTo(new DatabaseUrl("jdbc:postgresql://db.example:6432/auth", "ann", "p@ss"));
        assertThat(url.toString()).doesNotContain("p@ss");
    }

    @Test
    void a_jdbc_url_stays_as_it_is() {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db.example/auth?ssl=true")
                        .jdbc())
                .isEqualTo("jdbc:postgresql://db.example/auth?ssl=true");
    }
}
