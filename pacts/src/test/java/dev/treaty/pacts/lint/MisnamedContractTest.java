package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;

class MisnamedContractTest {

    private final MisnamedContract rule = new MisnamedContract();

    @Test
    void a_file_with_the_wrong_name_is_found() {
        var contract = ExamplePact.document("stripe.json", "stripe", ExamplePact.pact(ExamplePact.payment()));

        assertThat(RuleFindings.of(rule, List.of(contract))).containsExactly("""
                The contract of billing with stripe is in a file with the wrong name, so nobody will find it.
                  where: stripe.json
                  fix:   rename the file to billing-stripe.json""");
    }

    @Test
    void two_contracts_with_the_same_name_are_found() {
        var first = ExamplePact.document(
                "a", "api-gateway-auth", ExamplePact.pact("api", "gateway-auth", ExamplePact.payment()));
        var second = ExamplePact.document(
                "b", "api-gateway-auth", ExamplePact.pact("api-gateway", "auth", ExamplePact.payment()));

        assertThat(RuleFindings.of(rule, List.of(first, second))).containsExactly("""
                Two contracts would be in the same file: api with gateway-auth, and api-gateway with auth.
                  where: api-gateway-auth.json
                  fix:   rename one of the consumers or providers""");
    }

    @Test
    void consumer_and_provider_form_the_name() {
        assertThat(RuleFindings.of(rule, List.of(ExamplePact.recorded("billing-stripe.json"))))
                .isEmpty();
    }
}
