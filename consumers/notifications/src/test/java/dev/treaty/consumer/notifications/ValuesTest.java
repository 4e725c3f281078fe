package dev.treaty.consumer.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from an event must not choose who else gets a mail, or what else is in it. */
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
    void an_address_is_one_and_nothing_else(String value) {
        assertThat(EmailAddress.isOne(value)).isFalse();
        assertThatThrownBy(() -> new EmailAddress(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                An e-mail address is not a name, an @ and a domain.
                  where: an address of %d characters
                  fix:   ask EmailAddress.isOne before""".formatted(value.length()));
    }

    @Test
    void an_address_has_a_limit() {
        assertThat(EmailAddress.isOne("a".repeat(242) + "@example.org")).isTrue();
        assertThat(EmailAddress.isOne("a".repeat(243) + "@example.org")).isFalse();
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
