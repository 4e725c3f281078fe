package dev.treaty.consumer.customermail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "jane@",
                "@example.org",
                "jane@example",
                "Jane <jane@example.org>",
                "a/b@example.org",
                "jane@exämple.org",
                "a@b.c\r\nBcc: x@example.org"
            })
    void what_is_not_an_address_is_refused(String text) {
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write it without a name, and with a domain in ASCII: jane@example.com");
    }

    @Test
    void case_matters_before_the_at_sign_only() {
        assertThat(new EmailAddress("Jane@Example.ORG"))
                .isEqualTo(new EmailAddress("Jane@example.org"))
                .isNotEqualTo(new EmailAddress("jane@example.org"));
    }
}
