package dev.treaty.provider.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = TrustedProxies.of("10.0.0.1, 10.0.0.2");

    @Test
    void the_caller_is_the_peer_without_a_proxy() {
        assertThat(proxies.client("192.0.2.7", null)).contains("192.0.2.7");
    }

    @Test
    void the_caller_is_the_last_one_that_a_trusted_proxy_vouches_for() {
        assertThat(proxies.client("10.0.0.1", "203.0.113.9, 192.0.2.7, 10.0.0.2"))
                .contains("192.0.2.7");
    }

    @Test
    void the_caller_is_the_peer_when_anybody_claims_to_be_a_proxy() {
        assertThat(proxies.client("192.0.2.7", "203.0.113.9")).contains("192.0.2.7");
    }

    @Test
    void the_caller_is_unknown_when_a_trusted_proxy_does_not_say_for_whom_it_asks() {
        assertThat(proxies.client("10.0.0.1", null)).isEmpty();
        assertThat(proxies.client("10.0.0.1", "10.0.0.2")).isEmpty();
    }

    @Test
    void of_this_machine_are_believed_whatever_it_is_called() {
        var trusting = TrustedProxies.ofThisMachine();

        for (var peer : new String[] {"127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]"}) {
            assertThat(trusting.client(peer, "192.0.2.7")).contains("192.0.2.7");
        }
        assertThat(trusting.client("192.0.2.1", "192.0.2.7")).contains("192.0.2.1");
    }

    @Test
    void where_there_are_none_nobody_is_believed() {
        assertThat(TrustedProxies.none().client("127.0.0.1", "192.0.2.7")).contains("127.0.0.1");
    }
}
