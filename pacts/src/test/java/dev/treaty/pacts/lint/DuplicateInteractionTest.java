package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateInteractionTest {

    private final DuplicateInteraction rule = new DuplicateInteraction();

    @Test
    void two_methods_of_one_test_class_that_say_the_same_are_found() {
        assertThat(ExamplePact.findings(
                        rule,
                        List.of(
                                ExamplePact.recorded("StripePaymentsPactTest.paymentIsCreated", ExamplePact.payment()),
                                ExamplePact.recorded(
                                        "StripePaymentsPactTest.paymentIsCaptured", ExamplePact.payment()))))
                .containsExactly("""
                        Two interactions of billing with stripe have the same description and states; Pact would keep only the last.
                          where: "a payment is created" in StripePaymentsPactTest.paymentIsCaptured and .paymentIsCreated
                          fix:   give one of them another description or another state""");
    }

    @Test
    void two_test_classes_and_a_file_that_says_it_twice_are_named_in_full() {
        assertThat(ExamplePact.findings(
                        rule,
                        List.of(
                                ExamplePact.recorded("RefundsPactTest.created", ExamplePact.payment()),
                                ExamplePact.recorded("PaymentsPactTest.created", ExamplePact.payment()),
                                ExamplePact.recorded(
                                        "billing-stripe.json", ExamplePact.payment(), ExamplePact.payment()))))
                .containsExactly("""
                        4 interactions of billing with stripe have the same description and states; Pact would keep only the last.
                          where: "a payment is created" in PaymentsPactTest.created and RefundsPactTest.created and billing-stripe.json (2 times)
                          fix:   give one of them another description or another state""");
    }

    @Test
    void another_state_another_parameter_or_another_provider_make_it_another_interaction() {
        var otherParameter = ExamplePact.set(ExamplePact.payment(), "/providerStates/0/params/id", "\"cus_43\"");
        var otherProvider = ExamplePact.pact("billing", "paypal", ExamplePact.payment());

        assertThat(ExamplePact.findings(
                        rule,
                        List.of(
                                ExamplePact.recorded("PaymentsPactTest.first", ExamplePact.payment()),
                                ExamplePact.recorded("PaymentsPactTest.second", otherParameter),
                                ExamplePact.document("PaymentsPactTest.third", "billing-paypal", otherProvider))))
                .isEmpty();
    }
}
