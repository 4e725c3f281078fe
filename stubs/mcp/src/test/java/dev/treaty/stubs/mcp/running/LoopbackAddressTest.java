package dev.treaty.stubs.mcp.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://localhost:8080/",
                "http://[::1]:8080",
                "http://127.8.9.10",
                "HTTP://localhost"
            })
    void this_machine_may_be_asked(String url) {
        assertThat(LoopbackAddress.of(url).getPath()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "http://10.0.0.1:8080",
                "http://0.0.0.0:8080",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "http://[2001:db8::1]:8080",
                "http://2130706433:8080"
            })
    void another_machine_may_not(String url) {
        assertThatThrownBy(() -> LoopbackAddress.of(url)).hasMessage("""
                Only a stub server on this machine may be asked.
                  where: --server %s
                  fix:   use http and a loopback address, e.g. http://127.0.0.1:8080""".formatted(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:8080",
                "file:///etc/passwd",
                "127.0.0.1:8080",
                "http://",
                "",
                "http://a b",
                "http://[::1"
            })
    void what_is_no_address_of_http_is_refused(String url) {
        assertThatThrownBy(() -> LoopbackAddress.of(url))
                .hasMessageStartingWith("This is not the address of a stub server.");
    }

    @Test
    void a_password_in_it_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> LoopbackAddress.of("http://me:hunter2@127.0.0.1:8080"))
                .hasMessageContaining("--server http://***@127.0.0.1:8080")
                .hasMessageNotContaining("hunter2");
    }
}
