package dev.treaty.provider.environmentcloner.anonymise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivorScanTest {

    private static final List<Column> COLUMNS = List.of(
            new Column(new ColumnName("t", "text"), "text", false),
            new Column(new ColumnName("t", "document"), "jsonb", false),
            new Column(new ColumnName("t", "kept"), "text", false));

    private static final AnonymisationProfile PROFILE =
            new AnonymisationProfile("test", Map.of("t", Map.of("kept", new ValueRule.Keep("a test"))));

    @TempDir
    private Path folder;

    @Test
    void originals_are_counted_by_the_column_that_they_are_left_in() {
        try (var originals = Originals.create(folder.resolve("originals"), new byte[32], 10)) {
            try (var recorder = originals.recorder()) {
                recorder.add(Domain.EMAIL, "anna@example.org");
                recorder.add(Domain.PERSON_NAME, "Anna Adler");
            }
            var scan = new SurvivorScan(PROFILE, originals);
            var columns = COLUMNS.stream().filter(scan::concerns).toList();

            for (var row : List.of(
                    "dear Anna Adler,\\nhello\t{\"to\": [\"anna@example.org\"]}\n",
                    "\\N\t\\N\n",
                    "bert@example.org\t{\"to\": \"Bert Braun\"}\n")) {
                scan.add(row.getBytes(UTF_8), columns);
            }

            assertThat(columns).hasSize(2);
            assertThat(scan.survivors()).isEqualTo(Map.of("t.text", 1, "t.document", 1));
        }
    }
}
