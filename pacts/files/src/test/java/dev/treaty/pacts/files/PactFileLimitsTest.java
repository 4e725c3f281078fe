package dev.treaty.pacts.files;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files beyond what JSON libraries and pact-jvm expect: they are read, or are an error of their own. */
class PactFileLimitsTest {

    private static final PactFileLimits SMALL = new PactFileLimits(20, 20, 60, 200);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"nesting,1_500", "number,5_000", "name,200_000", "text,21_000_000"})
    void parts_far_larger_than_usual_are_read(String limit, String size) {
        var file = write(folder, "large.json", large(limit, Integer.parseInt(size.replace("_", ""))));

        assertThat(PactFiles.load(List.of(file)).unreadable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nesting | 100 | it has more than 20 objects and lists inside each other
            number  | 100 | a number has more than 20 digits
            name    | 100 | a key has more than 60 characters
            text    | 300 | a string has more than 200 characters
            """)
    void a_file_beyond_a_limit_is_an_error_with_its_position_beside_the_good_ones(
            String limit, int size, String reason) {
        write(folder, "large.json", large(limit, size));
        write(folder, "good.json", pact("web", "api", get("/a", "1")));

        var files = PactFiles.load(List.of(folder), SMALL);

        assertThat(files.readable()).extracting(PactFile::consumer).containsExactly("web");
        assertThat(files.unreadable())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("The pact file is broken: " + reason + ".\n  where: " + folder.resolve("large.json")
                        + ", line ")
                .endsWith("fix:   correct the file there; if it is right, allow more with --limit " + limit + "=N");
    }

    @Test
    void a_file_that_exhausts_the_stack_is_an_error_beside_the_good_ones() {
        write(folder, "deep.json", large("nesting", 300_000));
        write(folder, "good.json", pact("web", "api", get("/a", "1")));

        var files = PactFiles.load(List.of(folder), PactFileLimits.DEFAULT.with(Map.of("nesting", 1_000_000)));

        assertThat(files.readable()).extracting(PactFile::consumer).containsExactly("web");
        assertThat(files.unreadable())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("The pact file cannot be read: it has too many objects and lists inside each other.");
    }

    private static String large(String part, int size) {
        var content = switch (part) {
            case "nesting" -> "[".repeat(size) + "]".repeat(size);
            case "number" -> "1".repeat(size);
            case "name" -> "{\"" + "k".repeat(size) + "\": 1}";
            default -> "\"" + "A".repeat(size) + "\"";
        };
        return pact("large", "api", http("large", "{\"method\": \"GET\", \"path\": \"/\"}", """
                {"status": 200, "body": {"contentType": "application/json", "encoded": false, "content": %s}}""".formatted(content)));
    }
}
