package dev.treaty.consumer.threatintelligence.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:0DB8:bad:0:0:0:0:1, 2001:db8:bad::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8::, 2001:db8::",
        "::ffff:203.0.113.7, 203.0.113.7",
    })
    void a_public_address_has_one_form(String text, String canonical) {
        assertThat(IpAddress.of(text)).contains(new IpAddress(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "127.0.0.1",
                "169.254.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1"
            })
    void a_private_address_never_leaves_this_machine(String text) {
        assertThat(IpAddress.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "1.2.3",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4/24",
                "2001:db8::1::2",
                "fe80::1%eth0",
                "abc"
            })
    void what_is_not_an_address_is_none_and_asks_no_name_server(String text) {
        assertThat(IpAddress.of(text)).isEmpty();
    }

    @Test
    void an_address_cannot_be_made_of_anything_else() {
        assertThatThrownBy(() -> new IpAddress("10.0.0.1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IpAddress("2001:DB8::1")).isInstanceOf(IllegalArgumentException.class);
    }
}
