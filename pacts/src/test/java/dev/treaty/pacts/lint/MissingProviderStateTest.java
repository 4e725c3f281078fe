package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import org.junit.jupiter.api.Test;

class MissingProviderStateTest {

    private final MissingProviderState rule = new MissingProviderState();

    @Test
    void an_interaction_without_a_state_is_found() {
        var interaction = ExamplePact.payment();
        interaction.remove("providerStates");

        assertThat(RuleFindings.of(rule, interaction)).containsExactly("""
                "a request to create a payment" of billing with stripe has no provider state, so the provider does not know what to prepare.
                  where: PaymentsPactTest.paymentIsCreated
                  fix:   say what must exist, e.g. given("a customer exists", Map.of("id", "cus_42"))""");
    }

    @Test
    void a_state_without_parameters_is_found() {
        var interaction = ExamplePact.set(ExamplePact.payment(), "/providerStates/0/params", "{}");

        assertThat(RuleFindings.of(rule, interaction)).containsExactly("""
                "a request to create a payment" of billing with stripe has a provider state without parameters: "a customer exists".
                  where: PaymentsPactTest.paymentIsCreated
                  fix:   say what must exist, e.g. given("a customer exists", Map.of("id", "cus_42"))""");
    }

    @Test
    void a_state_with_parameters_is_fine() {
        assertThat(RuleFindings.of(rule, ExamplePact.payment())).isEmpty();
    }
}
