package dev.treaty.provider.environmentcloner.originals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalsTest {

    @TempDir
    private Path folder;

    private Originals originals;

    @BeforeEach
    void collect() {
        originals = Originals.create(folder.resolve("originals"), new byte[32], 1_000);
    }

    @AfterEach
    void forget() {
        originals.close();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, anna@example.org, 'mail to ANNA@example.org, please'",
        "PHONE, +49 170 1234567, 'call 49170 12345-67 now'",
        "PERSON_NAME, Anna Maria Adler, 'signed, anna  maria ADLER.'",
        "PERSON_NAME, Zoë O'Brien, Zoë O'Brien",
        "PERSON_NAME, Zoe\u0308 U\u0308nal, 'from Zoe\u0308 U\u0308nal.'",
        "PERSON_NAME, \uD801\uDC00\uD801\uDC01 \uD801\uDC02, 'from \uD801\uDC28\uD801\uDC29 \uD801\uDC2A.'",
        "ADDRESS, 'Gartenweg 7, 10115 Berlin', 'Gartenweg 7, 10115 Berlin'",
        "ADDRESS, 'Gartenweg 7, 10115 Berlin', ' GARTENWEG 7, 10115 berlin\t'",
        "ADDRESS, 'Straße 7, 10115 Berlin', ' STRAßE 7, 10115 berlin\t'",
        "FREE_TEXT, 'We have lost the key, sorry.', 'We have lost the key, sorry.'"
    })
    void an_original_is_found_in_what_it_is_a_part_of(Domain domain, String original, String left) {
        add(domain, original);

        assertThat(survives(left)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert@example.org", "Anna Bert", "+49 170 1234568", "anna", "Adler", "ok", ""})
    void what_is_none_is_not_found(String value) {
        add(Domain.EMAIL, "anna@example.org");
        add(Domain.PERSON_NAME, "Anna Adler");
        add(Domain.PHONE, "+49 170 1234567");
        add(Domain.FREE_TEXT, "ok");

        assertThat(survives(value)).isFalse();
    }

    @Test
    void many_more_than_were_expected_are_all_found_and_nothing_else() {
        try (var recorder = originals.recorder()) {
            IntStream.range(0, 50_000).forEach(n -> recorder.add(Domain.EMAIL, n + "@example.org"));
        }

        assertThat(IntStream.range(0, 50_000).filter(n -> n % 997 == 0)).allMatch(n -> survives(n + "@example.org"));
        assertThat(IntStream.range(50_000, 50_100)).noneMatch(n -> survives(n + "@example.org"));
    }

    private void add(Domain domain, String value) {
        try (var recorder = originals.recorder()) {
            recorder.add(domain, value);
        }
    }

    private boolean survives(String value) {
        return !originals.among(originals.probe().suspects(value)).isEmpty();
    }
}
