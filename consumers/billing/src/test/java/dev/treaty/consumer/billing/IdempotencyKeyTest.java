package dev.treaty.consumer.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    @Test
    void the_same_object_always_has_the_same_key() {
        assertThat(IdempotencyKey.of("invoice", "6735", "payment").value()).isEqualTo("invoice-6735-payment");
    }

    @Test
    void a_key_that_stripe_would_refuse_is_not_sent() {
        assertThatThrownBy(() -> new IdempotencyKey("7".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        An idempotency key has 256 characters; Stripe accepts 1 to 255.
                          where: %s
                          fix:   assign a shorter number""".formatted("7".repeat(256)));
    }
}
