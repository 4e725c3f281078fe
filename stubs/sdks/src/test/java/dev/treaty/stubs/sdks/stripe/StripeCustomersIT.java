package dev.treaty.stubs.sdks.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.CustomerCreateParams;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStubs.class)
class StripeCustomersIT {

    @Test
    void a_customer_that_was_created_can_be_retrieved(PackagedStubs stubs) throws StripeException {
        var customers = StripeSdk.of(StubAccount.stripe(stubs)).v1().customers();

        var created = customers.create(CustomerCreateParams.builder()
                .setName("Erika Mustermann")
                .setEmail("erika@example.org")
                .build());

        assertThat(customers.retrieve(created.getId()).getName()).isEqualTo("Erika Mustermann");
    }
}
