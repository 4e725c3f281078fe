package dev.treaty.provider.environmentcloner.anonymise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.copy.Catalogue;
import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Profiles beside the real tables. */
class ProfileCheckTest {

    @Test
    void the_sample_profile_fits() throws SQLException {
        assertThat(problems(ProfileReader.read(Path.of("src/main/resources/sample/training.yaml"))))
                .isEmpty();
    }

    @Test
    void what_cannot_be_followed_is_named() throws SQLException {
        var profile = new AnonymisationProfile(
                "wrong",
                Map.of(
                        "people.profiles",
                        Map.of(
                                "emial", new ValueRule.Replace(Domain.EMAIL),
                                "email", new ValueRule.Replace(Domain.PERSON_NAME),
                                "locale", new ValueRule.Replace(Domain.EMAIL),
                                "created_at", new ValueRule.Replace(Domain.FREE_TEXT),
                                "address", new ColumnRule.Json(Map.of()))));

        assertThat(problems(profile))
                .containsExactly(
                        "There is no column people.profiles.emial.",
                        "people.profiles.address is of type text, which holds no JSON documents.",
                        "people.profiles.created_at is of type timestamp with time zone, which holds no free-text.",
                        "people.profiles.email is unique, and two values may get one pseudonym of the kind person-name.",
                        "people.profiles.locale has room for 5 characters, and a pseudonym of the kind email has 32.");
    }

    private static List<String> problems(AnonymisationProfile profile) throws SQLException {
        try (var connection = LoftsDatabases.empty().getConnection()) {
            var columns = Catalogue.tables(connection).stream()
                    .flatMap(table -> table.columns().stream())
                    .toList();
            return new ProfileCheck(profile, columns).problems();
        }
    }
}
