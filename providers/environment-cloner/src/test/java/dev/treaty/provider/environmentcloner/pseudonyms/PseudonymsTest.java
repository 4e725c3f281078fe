package dev.treaty.provider.environmentcloner.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = of(1);

    private static Pseudonyms of(int clone) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) clone);
        return new Pseudonyms(secret);
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void a_value_has_one_pseudonym_in_a_clone_and_another_in_the_next(Domain domain) {
        var value = domain == Domain.IP_ADDRESS ? "10.1.2.3" : "Anna Adler, Gartenweg 7, 030 1234567, anna@example.org";

        assertThat(of(1).of(domain, value))
                .isEqualTo(pseudonyms.of(domain, value))
                .isNotEqualTo(of(2).of(domain, value))
                .isNotEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource(
            value = Domain.class,
            names = {"EMAIL", "PHONE"})
    void different_values_of_a_unique_domain_have_different_pseudonyms(Domain domain) {
        var values = IntStream.range(0, 5_000).mapToObj(n -> domain == Domain.EMAIL ? n + "@example.org" : "+49 " + n);

        assertThat(values.map(value -> pseudonyms.of(domain, value))).doesNotHaveDuplicates();
        assertThat(domain.isUnique()).isTrue();
    }

    @Test
    void an_email_address_is_the_same_one_in_capitals() {
        assertThat(pseudonyms.of(Domain.EMAIL, "Anna@Example.ORG"))
                .isEqualTo(pseudonyms.of(Domain.EMAIL, "anna@example.org"))
                .matches("[a-z2-7]{16}@example\\.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "+49 170 1234567, \\+999\\d\\d \\d{3} \\d{7}",
        "(030) 12-34, \\+999\\(\\d{3}\\) \\d\\d-\\d\\d",
        "112, \\+999-\\d{6}"
    })
    void a_telephone_number_keeps_what_is_between_its_digits(String number, String pseudonym) {
        assertThat(pseudonyms.of(Domain.PHONE, number)).matches(pseudonym);
    }

    @Test
    void numbers_that_differ_in_their_zeros_at_the_front_stay_different() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(digits -> pseudonyms.of(Domain.PHONE, "0".repeat(digits))))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_name_has_one_word_or_two() {
        assertThat(pseudonyms.of(Domain.PERSON_NAME, "Adler")).doesNotContain(" ");
        assertThat(pseudonyms.of(Domain.PERSON_NAME, "Dr. Anna Maria Adler")).matches("\\p{L}+ \\p{L}+");
    }

    @Test
    void an_address_has_a_town_if_the_original_has_one() {
        assertThat(pseudonyms.of(Domain.ADDRESS, "Gartenweg 7")).matches("\\p{L}+ Street \\d+");
        assertThat(pseudonyms.of(Domain.ADDRESS, "Gartenweg 7\n10115 Berlin"))
                .matches("\\p{L}+ Street \\d+, 00\\d{3} \\p{L}+");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 198\\.1[89]\\.\\d+\\.\\d+",
        "10.0.0.0/24, 198\\.1[89]\\.\\d+\\.\\d+/24",
        "::1, 2001:db8:[0-9a-f:]+"
    })
    void an_ip_address_becomes_one_that_no_host_of_the_internet_has(String address, String pseudonym) {
        assertThat(pseudonyms.of(Domain.IP_ADDRESS, address)).matches(pseudonym);
    }

    @ParameterizedTest
    @CsvSource({
        "'Ist die Wohnung frei, und gibt es einen Parkplatz für uns? Wir kommen mit dem Auto und einem Hund, der nicht bellt.', '.*\\b(Tisch|Fenster|Abend|Garten|der|die|und|ein).*'",
        "'Is the flat free, and is there a place for the car? We come in the evening, and we have a dog with us that is quiet.', '.*\\b(table|window|evening|the|and|of|garden|with).*'",
        "'Xyz abc qrs tuv wxy zab cde fgh ijk', '.*\\b(lorem|ipsum|dolor|sit|amet|ut|et|ad|ex|ea|do|sed|elit).*'"
    })
    void a_text_becomes_one_of_the_same_length_in_the_same_language(String text, String pseudonym) {
        assertThat(pseudonyms.of(Domain.FREE_TEXT, text)).hasSameSizeAs(text).matches("(?is)" + pseudonym);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "…"})
    void a_value_that_says_nothing_stays(String value) {
        assertThat(Domain.values())
                .allSatisfy(domain -> assertThat(pseudonyms.of(domain, value)).isEqualTo(value));
    }
}
