package dev.treaty.consumer.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values from an event must not control who else gets a mail, or what else it contains. */
class ValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org, eve@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "Ada <ada@example.org>",
                "ada@example.org@example.com"
            })
    void an_address_is_exactly_one(String value) {
        assertThat(EmailAddress.isValid(value)).isFalse();
        assertThatThrownBy(() -> new EmailAddress(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                An e-mail address does not consist of a name, an @ and a domain.
                  where: an address of %d characters
                  fix:   check it with EmailAddress.isValid first""".formatted(value.length()));
    }

    @Test
    void the_length_of_an_address_is_limited() {
        assertThat(EmailAddress.isValid("a".repeat(242) + "@example.org")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(243) + "@example.org")).isFalse();
    }

    @Test
    void a_subject_is_one_line() {
        assertThatThrownBy(() -> new Notification(RecordedEvent.ADA.email(), "Hello\r\nBcc: eve@example.org", "…"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        A subject has a control character.
                          where: a subject of 27 characters
                          fix:   write it on one line""");
    }
}
