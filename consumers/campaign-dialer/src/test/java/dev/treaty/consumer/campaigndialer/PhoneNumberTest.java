package dev.treaty.consumer.campaigndialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @Test
    void a_number_is_written_unchanged() {
        assertThat(new PhoneNumber("+4930901820")).hasToString("+4930901820");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "030901820", "+049301", "+49 30 901820", "+1234567890123456", "whatsapp:+4930901820"})
    void what_is_not_e164_is_not_a_number(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        "%s" is not a telephone number.
                          where: a PhoneNumber
                          fix:   write it as E.164 does, with country code and nothing but digits: +4930901820""", text);
    }
}
