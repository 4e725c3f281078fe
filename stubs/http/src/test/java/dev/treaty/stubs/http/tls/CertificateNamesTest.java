package dev.treaty.stubs.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a certificate is made for. */
class CertificateNamesTest {

    @ParameterizedTest
    @CsvSource({
        "stubs.example.test, stubs.example.test",
        "*.Example.TEST, *.example.test",
        "stripe, stripe",
        "compose_stubs_1, compose_stubs_1",
        "bücher.example, xn--bcher-kva.example",
        "192.0.2.1, 192.0.2.1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1"
    })
    void names_and_addresses_may_be_added(String given, String made) {
        assertThat(made(List.of(given), "127.0.0.1")).hasSize(5).contains(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stubs.example.test",
                "stubs.example.test:8443",
                "stubs.example.test/",
                "a b",
                "",
                "*",
                "a.*.test",
                "-a.test",
                "a..test"
            })
    void what_is_neither_is_refused(String given) {
        assertThatThrownBy(() -> made(List.of(given), "127.0.0.1"))
                .isInstanceOf(InvalidCertificate.class)
                .hasMessage("""
                        "%s" is neither a host name nor an IP address.
                          where: the names of the certificate (--certificate-name)
                          fix:   write it without scheme, port and path, e.g. stubs.example.test, *.example.test or 192.0.2.1""", given);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 4", "localhost, 4", "0.0.0.0, 4", "::, 4", "[::], 4", "::1, 4", "192.0.2.7, 5"})
    void the_address_that_the_server_listens_on_is_one_of_them(String address, int names) {
        assertThat(made(List.of(), address)).hasSize(names);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, LOCALHOST, true",
        "*.localhost, stripe.localhost, true",
        "*.localhost, localhost, false",
        "*.localhost, a.b.localhost, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0:0:0:0:0:0:0:1, ::1, true",
        "0:0:0:0:0:0:0:1, [::1], true",
        "localhost, 127.0.0.1, false"
    })
    void a_name_is_for_a_host_as_clients_see_it(String name, String host, boolean is) {
        assertThat(CertificateNames.include(name, host)).isEqualTo(is);
    }

    private static List<String> made(List<String> names, String address) {
        return CertificateAuthority.create()
                .issue(CertificateNames.of(names, address))
                .names();
    }
}
