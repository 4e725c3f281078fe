package dev.treaty.provider.environmentcloner.anonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    @TempDir
    private Path folder;

    @Test
    void reads_what_becomes_of_columns_and_of_members_of_documents() throws IOException {
        var profile = ProfileReader.read(written("""
                tables:
                  people.profiles:
                    email: email
                    locale: {keep: A language identifies nobody.}
                  audit.audit_logs:
                    new_values:
                      json:
                        guest.name: person-name
                """));

        assertThat(profile.name()).isEqualTo("training");
        assertThat(profile.rule(new ColumnName("people.profiles", "email")))
                .contains(new ValueRule.Replace(Domain.EMAIL));
        assertThat(profile.rule(new ColumnName("people.profiles", "locale")))
                .contains(new ValueRule.Keep("A language identifies nobody."));
        assertThat(profile.rule(new ColumnName("audit.audit_logs", "new_values")))
                .contains(new ColumnRule.Json(Map.of("guest.name", new ValueRule.Replace(Domain.PERSON_NAME))));
        assertThat(profile.rule(new ColumnName("people.profiles", "phone"))).isEmpty();
    }

    @Test
    void an_unknown_kind_of_data_is_named_with_the_known_ones() throws IOException {
        var file = written("tables: {people.profiles: {email: e-mail}}");

        assertThatThrownBy(() -> ProfileReader.read(file))
                .isInstanceOf(InvalidProfile.class)
                .hasMessage("""
                There is no kind of personal data "e-mail".
                  where: %s, tables > people.profiles > email
                  fix:   write one of person-name, email, phone, address, ip-address, free-text""".formatted(file));
    }

    @Test
    void a_column_that_is_named_twice_is_refused_with_its_line() throws IOException {
        var file = written("tables:\n  people.profiles:\n    email: email\n    email: phone\n");

        assertThatThrownBy(() -> ProfileReader.read(file))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("Duplicate field 'email'")
                .hasMessageContaining("line 4, column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tables: []",
                "columns: {}",
                "tables: {people.profiles: email}",
                "tables: {people.profiles: {email: {keep: ''}}}",
                "tables: {people.profiles: {email: {json: {a: {json: {b: email}}}}}}",
                "tables: {people.profiles: {email: 7}}",
                "tables: [}"
            })
    void whatever_else_is_wrong_is_told_in_three_lines(String text) throws IOException {
        var file = written(text);

        assertThatThrownBy(() -> ProfileReader.read(file))
                .isInstanceOf(InvalidProfile.class)
                .message()
                .matches("(?s)[^\\n]+\\n  where: [^\\n]+\\n  fix:   [^\\n]+");
    }

    @Test
    void a_file_that_is_missing_is_named() {
        var file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> ProfileReader.read(file))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("where: " + file);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("training.yaml"), text);
    }
}
