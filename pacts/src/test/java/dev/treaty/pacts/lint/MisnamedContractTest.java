package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;

class MisnamedContractTest {

    private final MisnamedContract rule = new MisnamedContract();

    @Test
    void a_file_of_another_name_is_found() {
        var contract = ExamplePact.document("stripe.json", "stripe", ExamplePact.pact(ExamplePact.payment()));

        assertThat(ExamplePact.findings(rule, List.of(contract))).containsExactly("""
                The contract of billing with stripe is in a file of another name, where nobody looks for it.
                  where: stripe.json
                  fix:   name the file billing-stripe.json""");
    }

    @Test
    void two_contracts_with_one_name_are_found() {
        var first = ExamplePact.document(
                "a", "api-gateway-auth", ExamplePact.pact("api", "gateway-auth", ExamplePact.payment()));
        var second = ExamplePact.document(
                "b", "api-gateway-auth", ExamplePact.pact("api-gateway", "auth", ExamplePact.payment()));

        assertThat(ExamplePact.findings(rule, List.of(first, second))).containsExactly("""
                Two contracts would have the same file: api with gateway-auth, and api-gateway with auth.
                  where: api-gateway-auth.json
                  fix:   give a consumer or a provider another name""");
    }

    @Test
    void consumer_and_provider_make_the_name() {
        assertThat(ExamplePact.findings(rule, List.of(ExamplePact.recorded("billing-stripe.json"))))
                .isEmpty();
    }
}
