package dev.treaty.stubs.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageAddressTest {

    @Test
    void an_address_survives_a_link() {
        var address = PageAddress.of(View.CONTRACTS).with("q", "a & b=c/ü%").with("provider", "stripe");

        assertThat(PageAddress.parse(address.query())).isEqualTo(address);
        assertThat(address.view()).isEqualTo(View.CONTRACTS);
    }

    @Test
    void what_is_typed_wrongly_is_left_out() {
        var address = PageAddress.parse("view=nothing&q=%zz&=x&number=-1");

        assertThat(address.view()).isEqualTo(View.REQUESTS);
        assertThat(address.get("q")).isEmpty();
        assertThat(address.number("number", 7)).isEqualTo(7);
    }

    @Test
    void an_empty_value_takes_a_parameter_away() {
        assertThat(PageAddress.of(View.NETWORK).with("q", "x").with("q", "")).hasToString("/?view=network");
    }
}
