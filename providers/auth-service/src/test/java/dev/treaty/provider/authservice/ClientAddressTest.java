package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress address = ClientAddress.trusting("10.0.0.1, 10.0.0.2");

    @Test
    void is_the_peers_without_a_proxy() {
        assertThat(address.of("192.0.2.7", null)).contains("192.0.2.7");
    }

    @Test
    void is_the_last_one_that_a_trusted_proxy_vouches_for() {
        assertThat(address.of("10.0.0.1", "203.0.113.9, 192.0.2.7, 10.0.0.2")).contains("192.0.2.7");
    }

    @Test
    void is_the_peers_when_anybody_claims_to_be_a_proxy() {
        assertThat(address.of("192.0.2.7", "203.0.113.9")).contains("192.0.2.7");
    }

    @Test
    void is_unknown_when_a_trusted_proxy_does_not_say_for_whom_it_asks() {
        assertThat(address.of("10.0.0.1", null)).isEmpty();
        assertThat(address.of("10.0.0.1", "10.0.0.2")).isEmpty();
    }

    @Test
    void without_a_setting_only_this_machine_is_trusted() {
        var trusting = ClientAddress.trusting(null);

        assertThat(trusting.of("127.0.0.1", "192.0.2.7")).contains("192.0.2.7");
        assertThat(trusting.of("192.0.2.1", "192.0.2.7")).contains("192.0.2.1");
    }
}
