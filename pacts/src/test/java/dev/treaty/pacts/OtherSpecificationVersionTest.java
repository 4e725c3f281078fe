package dev.treaty.pacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherSpecificationVersionTest {

    @Test
    void version_3_is_found() {
        assertThat(findings(version("{\"version\": \"3.0.0\"}"))).containsExactly("""
                The contract of billing with stripe is of version 3.0.0 of the Pact specification, not of version 4.
                  where: PaymentsPactTest.paymentIsCreated
                  fix:   let its @Pact method end with toPact(V4Pact.class), and record it again""");
    }

    @Test
    void no_version_is_found() {
        assertThat(findings(version("{}"))).singleElement().asString().contains("is of version (none) of");
    }

    @Test
    void version_4_is_in_order() {
        assertThat(findings(Example.pact())).isEmpty();
    }

    private static ObjectNode version(String json) {
        return Example.set(Example.pact(), "/metadata/pactSpecification", json);
    }

    private static List<String> findings(ObjectNode pact) {
        return Example.findings(
                new OtherSpecificationVersion(),
                List.of(Example.document("PaymentsPactTest.paymentIsCreated", "billing-stripe", pact)));
    }
}
