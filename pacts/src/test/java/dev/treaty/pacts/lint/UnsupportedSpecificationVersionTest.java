package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnsupportedSpecificationVersionTest {

    @Test
    void version_3_is_found() {
        assertThat(findings(version("{\"version\": \"3.0.0\"}"))).containsExactly("""
                The contract of billing with stripe uses version 3.0.0 of the Pact specification instead of version 4.
                  where: PaymentsPactTest.paymentIsCreated
                  fix:   end its @Pact method with toPact(V4Pact.class) and record it again""");
    }

    @Test
    void a_missing_version_is_found() {
        assertThat(findings(version("{}"))).singleElement().asString().contains("uses version (none) of");
    }

    @Test
    void version_4_is_fine() {
        assertThat(findings(ExamplePact.pact())).isEmpty();
    }

    private static ObjectNode version(String json) {
        return ExamplePact.set(ExamplePact.pact(), "/metadata/pactSpecification", json);
    }

    private static List<String> findings(ObjectNode pact) {
        return RuleFindings.of(
                new UnsupportedSpecificationVersion(),
                List.of(ExamplePact.document("PaymentsPactTest.paymentIsCreated", "billing-stripe", pact)));
    }
}
