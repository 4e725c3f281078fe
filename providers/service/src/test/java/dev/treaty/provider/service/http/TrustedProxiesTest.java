package dev.treaty.provider.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = TrustedProxies.of("10.0.0.1, 10.0.0.2");

    @Test
    void without_a_proxy_the_client_is_the_peer() {
        assertThat(proxies.client("192.0.2.7", null)).contains("192.0.2.7");
    }

    @Test
    void behind_proxies_the_client_is_the_last_hop_that_is_not_trusted() {
        assertThat(proxies.client("10.0.0.1", "203.0.113.9, 192.0.2.7, 10.0.0.2"))
                .contains("192.0.2.7");
    }

    @Test
    void an_untrusted_peer_cannot_name_another_client() {
        assertThat(proxies.client("192.0.2.7", "203.0.113.9")).contains("192.0.2.7");
    }

    @Test
    void the_client_is_unknown_if_a_trusted_proxy_does_not_name_it() {
        assertThat(proxies.client("10.0.0.1", null)).isEmpty();
        assertThat(proxies.client("10.0.0.1", "10.0.0.2")).isEmpty();
    }

    /** The client sends "192.0.2.7, 203.0.113.9", and the proxy adds the address that it sees. */
    @Test
    void a_client_that_names_its_own_address_first_is_still_found() {
        assertThat(proxies.client("10.0.0.1", "192.0.2.7, 203.0.113.9, 192.0.2.7"))
                .contains("192.0.2.7");
    }

    @Test
    void the_port_that_some_proxies_add_is_not_part_of_the_address() {
        assertThat(proxies.client("10.0.0.1", "192.0.2.7:4711")).contains("192.0.2.7");
        assertThat(proxies.client("10.0.0.1", "[2001:db8::7]:4711")).contains("2001:db8::7");
        assertThat(proxies.client("10.0.0.1", "192.0.2.7, 10.0.0.2:80")).contains("192.0.2.7");
    }

    @Test
    void an_address_counts_by_itself_in_ipv4_and_by_its_network_in_ipv6() {
        assertThat(TrustedProxies.countedBy("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(TrustedProxies.countedBy("2001:db8::7"))
                .isEqualTo(TrustedProxies.countedBy("2001:db8:0:0:ffff::1"))
                .isNotEqualTo(TrustedProxies.countedBy("2001:db8:0:1::7"));
        assertThat(TrustedProxies.countedBy("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(TrustedProxies.countedBy("unknown")).isEqualTo("unknown");
        assertThat(TrustedProxies.countedBy("not:an:address")).isEqualTo("not:an:address");
    }

    @Test
    void proxies_on_this_machine_are_believed_under_each_of_its_addresses() {
        var trusting = TrustedProxies.ofThisMachine();

        for (var peer : new String[] {"127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]"}) {
            assertThat(trusting.client(peer, "192.0.2.7")).contains("192.0.2.7");
        }
        assertThat(trusting.client("192.0.2.1", "192.0.2.7")).contains("192.0.2.1");
    }

    @Test
    void without_trusted_proxies_nobody_is_believed() {
        assertThat(TrustedProxies.none().client("127.0.0.1", "192.0.2.7")).contains("127.0.0.1");
    }
}
