package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateInteractionTest {

    private final DuplicateInteraction rule = new DuplicateInteraction();

    @Test
    void two_methods_of_one_test_class_with_the_same_interaction_are_found() {
        assertThat(RuleFindings.of(
                        rule,
                        List.of(
                                ExamplePact.recorded("StripePaymentsPactTest.paymentIsCreated", ExamplePact.payment()),
                                ExamplePact.recorded(
                                        "StripePaymentsPactTest.paymentIsCaptured", ExamplePact.payment()))))
                .containsExactly("""
                        Two interactions of billing with stripe have the same description and states; Pact would keep only the last one.
                          where: "a request to create a payment" in StripePaymentsPactTest.paymentIsCaptured and .paymentIsCreated
                          fix:   give one of them a different description or state""");
    }

    @Test
    void two_test_classes_and_a_file_that_contains_it_twice_are_named_in_full() {
        assertThat(RuleFindings.of(
                        rule,
                        List.of(
                                ExamplePact.recorded("RefundsPactTest.created", ExamplePact.payment()),
                                ExamplePact.recorded("PaymentsPactTest.created", ExamplePact.payment()),
                                ExamplePact.recorded(
                                        "billing-stripe.json", ExamplePact.payment(), ExamplePact.payment()))))
                .containsExactly("""
                        4 interactions of billing with stripe have the same description and states; Pact would keep only the last one.
                          where: "a request to create a payment" in PaymentsPactTest.created and RefundsPactTest.created and billing-stripe.json (2 times)
                          fix:   give one of them a different description or state""");
    }

    @Test
    void a_different_parameter_or_provider_makes_it_a_different_interaction() {
        var otherParameter = ExamplePact.set(ExamplePact.payment(), "/providerStates/0/params/id", "\"cus_43\"");
        var otherProvider = ExamplePact.pact("billing", "paypal", ExamplePact.payment());

        assertThat(RuleFindings.of(
                        rule,
                        List.of(
                                ExamplePact.recorded("PaymentsPactTest.first", ExamplePact.payment()),
                                ExamplePact.recorded("PaymentsPactTest.second", otherParameter),
                                ExamplePact.document("PaymentsPactTest.third", "billing-paypal", otherProvider))))
                .isEmpty();
    }
}
