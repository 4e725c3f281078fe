package dev.treaty.provider.environmentcloner.anonymise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import dev.treaty.provider.environmentcloner.pseudonyms.Pseudonyms;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows in PostgreSQL's text format, in and out. */
class RowRewriterTest {

    private static final byte[] SECRET = new byte[32];
    private static final String EMAIL = new Pseudonyms(SECRET).of(Domain.EMAIL, "anna@example.org");

    @TempDir
    private Path folder;

    private Originals originals;

    @BeforeEach
    void collect() {
        originals = Originals.create(folder.resolve("originals"), SECRET, 10);
    }

    @AfterEach
    void forget() {
        originals.close();
    }

    @Test
    void replaces_columns_with_a_rule_and_leaves_the_others_byte_for_byte() {
        assertThat(rewritten(
                        "7\tanna@example.org\t\\N\tkept \\\\ by \\t chance\n",
                        "id integer",
                        "email text",
                        "phone text",
                        "memo text"))
                .isEqualTo("7\t" + EMAIL + "\t\\N\tkept \\\\ by \\t chance\n");
    }

    @Test
    void finds_an_email_address_in_any_text() {
        assertThat(rewritten("write to anna@example.org,\\nplease\n", "memo text"))
                .isEqualTo("write to " + EMAIL + ",\\nplease\n");
    }

    @Test
    void keeps_what_the_profile_says_is_to_be_kept() {
        assertThat(rewritten("anna@example.org\n", "kept text")).isEqualTo("anna@example.org\n");
    }

    @Test
    void replaces_members_of_documents_by_their_path_and_leaves_numbers_as_they_are_written() {
        var document =
                "{\"guest\": {\"email\": \"anna@example.org\", \"n\": 1.50, \"big\": 123456789012345678901234567890}, \"list\": [{\"email\": \"anna@example.org\"}, \"a \\\\\"b\\\\\" \\\\\\\\ c\"], \"kept\": \"anna@example.org\", \"none\": null}";

        assertThat(rewritten(document + "\n", "document jsonb"))
                .isEqualTo(("{\"guest\":{\"email\":\"%s\",\"n\":1.50,\"big\":123456789012345678901234567890},"
                                + "\"list\":[{\"email\":\"%s\"},\"a \\\\\"b\\\\\" \\\\\\\\ c\"],\"kept\":\"anna@example.org\",\"none\":null}\n")
                        .formatted(EMAIL, EMAIL));
    }

    @Test
    void finds_an_email_address_in_a_document_without_rules_however_it_is_written_and_leaves_others_byte_for_byte() {
        var columns = new String[] {"id integer", "other json"};

        assertThat(rewritten("1\t{\"to\":  \"anna@example.org\"}\n", columns))
                .isEqualTo("1\t{\"to\":\"" + EMAIL + "\"}\n");
        assertThat(rewritten("1\t{\"to\":  \"anna\\\\u0040example.org\"}\n", columns))
                .isEqualTo("1\t{\"to\":\"" + EMAIL + "\"}\n");
        assertThat(rewritten("1\t{\"to\":  \"anna\"}\n", columns)).isEqualTo("1\t{\"to\":  \"anna\"}\n");
    }

    @Test
    void counts_the_rows_in_which_it_replaced_something() {
        var rewriter = rewriter("id integer", "email text");

        write(rewriter, "1\tanna@example.org\n");
        write(rewriter, "2\t\\N\n");

        assertThat(rewriter.rewritten()).isEqualTo(1);
    }

    private String rewritten(String row, String... columns) {
        return write(rewriter(columns), row);
    }

    private static String write(RowRewriter rewriter, String row) {
        var written = new ByteArrayOutputStream();
        rewriter.rewrite(row.getBytes(UTF_8), (bytes, from, to) -> written.write(bytes, from, to - from));
        return written.toString(UTF_8);
    }

    private RowRewriter rewriter(String... columns) {
        var email = new ValueRule.Replace(Domain.EMAIL);
        var keep = new ValueRule.Keep("a test");
        var profile = new AnonymisationProfile(
                "test",
                Map.of(
                        "t",
                        Map.of(
                                "email",
                                email,
                                "phone",
                                new ValueRule.Replace(Domain.PHONE),
                                "kept",
                                keep,
                                "document",
                                new ColumnRule.Json(Map.of("guest.email", email, "kept", keep)))));
        return new Anonymiser(profile, SECRET, originals)
                .rewriter(List.of(columns).stream().map(RowRewriterTest::column).toList(), originals.recorder());
    }

    private static Column column(String text) {
        var words = text.split(" ", -1);
        return new Column(new ColumnName("t", words[0]), words[1], false);
    }
}
