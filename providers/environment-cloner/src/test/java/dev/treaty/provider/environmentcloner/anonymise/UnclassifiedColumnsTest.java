package dev.treaty.provider.environmentcloner.anonymise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnclassifiedColumnsTest {

    private static final AnonymisationProfile PROFILE = new AnonymisationProfile(
            "test",
            Map.of(
                    "t",
                    Map.of(
                            "kept_email", new ValueRule.Keep("a test"),
                            "email", new ValueRule.Replace(Domain.EMAIL),
                            "document",
                                    new ColumnRule.Json(Map.of("guest.email", new ValueRule.Replace(Domain.EMAIL))))));

    private final UnclassifiedColumns unclassified = new UnclassifiedColumns(PROFILE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guest_email",
                "e_mail",
                "guestEmail",
                "mobile",
                "first_name",
                "fullName",
                "home_address",
                "birth_date",
                "iban",
                "notes",
                "message"
            })
    void a_name_is_enough(String name) {
        assertThat(unclassified.in(column(name, "text"), List.of())).containsExactly("t." + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "loft_name", "file_name", "hotel", "ship", "created_at", "kept_email", "email"})
    void other_names_and_those_in_the_profile_are_not(String name) {
        assertThat(unclassified.in(column(name, "text"), List.of("confirmed"))).isEmpty();
    }

    @Test
    void so_are_values_if_more_than_half_of_them_look_personal() {
        var column = column("login", "text");

        assertThat(unclassified.in(column, List.of("anna@example.org", "+49 170 1234567", "root")))
                .containsExactly("t.login");
        assertThat(unclassified.in(column, List.of("anna@example.org", "root"))).isEmpty();
    }

    @Test
    void members_of_documents_are_named_by_their_path() {
        var documents = List.of(
                "{\"guest\": {\"email\": \"a@example.org\", \"phone\": \"1\"}, \"who\": [\"b@example.org\"], \"n\": 1}");

        assertThat(unclassified.in(column("document", "jsonb"), documents))
                .containsExactly("t.document > guest.phone", "t.document > who");
    }

    private static Column column(String name, String type) {
        return new Column(new ColumnName("t", name), type, false);
    }
}
