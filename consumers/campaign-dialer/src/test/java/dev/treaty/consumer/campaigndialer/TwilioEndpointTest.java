package dev.treaty.consumer.campaigndialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioEndpointTest {

    @ParameterizedTest
    @CsvSource({"http://localhost, 80", "https://localhost, 443", "http://localhost:8080, 8080"})
    void the_default_port_is_that_of_the_scheme(URI url, int port) {
        assertThat(TwilioEndpoint.at(url).port()).isEqualTo(port);
    }

    @Test
    void only_twilio_itself_is_twilio() {
        assertThat(TwilioEndpoint.twilio().isTwilio()).isTrue();
        assertThat(TwilioEndpoint.at(URI.create("https://stub.example.com")).isTwilio())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "/twilio", "ftp://localhost", "http:///twilio"})
    void an_endpoint_must_be_an_http_address(URI url) {
        assertThatThrownBy(() -> TwilioEndpoint.at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        "%s" is not the address of an HTTP API.
                          where: TwilioEndpoint.url
                          fix:   write scheme and host, and a path if there is one: http://127.0.0.1:8080/twilio""", url);
    }
}
