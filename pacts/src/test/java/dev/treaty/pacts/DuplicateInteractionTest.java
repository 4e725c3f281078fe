package dev.treaty.pacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateInteractionTest {

    private final DuplicateInteraction rule = new DuplicateInteraction();

    @Test
    void two_methods_of_one_test_class_that_say_the_same_are_found() {
        assertThat(Example.findings(
                        rule,
                        List.of(
                                Example.recorded("StripePaymentsPactTest.paymentIsCreated", Example.payment()),
                                Example.recorded("StripePaymentsPactTest.paymentIsCaptured", Example.payment()))))
                .containsExactly("""
                        Two interactions of billing with stripe have the same description and states; Pact would keep only the last.
                          where: "a payment is created" in StripePaymentsPactTest.paymentIsCaptured and .paymentIsCreated
                          fix:   give one of them another description or another state""");
    }

    @Test
    void two_test_classes_and_a_file_that_says_it_twice_are_named_in_full() {
        assertThat(Example.findings(
                        rule,
                        List.of(
                                Example.recorded("RefundsPactTest.created", Example.payment()),
                                Example.recorded("PaymentsPactTest.created", Example.payment()),
                                Example.recorded("billing-stripe.json", Example.payment(), Example.payment()))))
                .containsExactly("""
                        4 interactions of billing with stripe have the same description and states; Pact would keep only the last.
                          where: "a payment is created" in PaymentsPactTest.created and RefundsPactTest.created and billing-stripe.json (2 times)
                          fix:   give one of them another description or another state""");
    }

    @Test
    void another_state_another_parameter_or_another_provider_make_it_another_interaction() {
        var otherParameter = Example.set(Example.payment(), "/providerStates/0/params/id", "\"cus_43\"");
        var otherProvider = Example.pact("billing", "paypal", Example.payment());

        assertThat(Example.findings(
                        rule,
                        List.of(
                                Example.recorded("PaymentsPactTest.first", Example.payment()),
                                Example.recorded("PaymentsPactTest.second", otherParameter),
                                Example.document("PaymentsPactTest.third", "billing-paypal", otherProvider))))
                .isEmpty();
    }
}
