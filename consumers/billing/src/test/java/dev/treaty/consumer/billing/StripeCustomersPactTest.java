package dev.treaty.consumer.billing;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.billing.StripeRequest.delete;
import static dev.treaty.consumer.billing.StripeRequest.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.FormBody;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class StripeCustomersPactTest {

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact customerIsCreated(PactDslWithProvider stripe) {
        return post(
                        stripe.given("no customer exists", Map.of("customer_number", "K-1042"))
                                .uponReceiving("a request to create a customer"),
                        "/v1/customers",
                        "customer-K-1042-creation")
                .body(FormBody.form()
                        .matching("name", ".+", "Erika Mustermann")
                        .matching("email", ".+@.+", "erika@example.org")
                        .matching("metadata[customer_number]", ".+", "K-1042"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(customer -> {
                            customer.stringMatcher("id", "cus_\\w+", "cus_42");
                            customer.stringValue("object", "customer");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "customerIsCreated")
    void a_new_customer_gets_an_id_from_stripe(MockServer stripe) {
        var customers = new StripeCustomers(StripeExamples.connection(stripe));

        var customer = customers.create(new NewCustomer("K-1042", "Erika Mustermann", "erika@example.org"));

        assertThat(customer).isEqualTo(new Customer("cus_42", "K-1042"));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact customerIsDeleted(PactDslWithProvider stripe) {
        return delete(
                        stripe.given("a customer exists", Map.of("id", "cus_42"))
                                .uponReceiving("a request to delete a customer"),
                        "/v1/customers/cus_42")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(customer -> {
                            customer.stringMatcher("id", "cus_\\w+", "cus_42");
                            customer.stringValue("object", "customer");
                            customer.booleanValue("deleted", true);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "customerIsDeleted")
    void a_customer_is_deleted_by_its_id(MockServer stripe) {
        var customers = new StripeCustomers(StripeExamples.connection(stripe));

        assertThatCode(() -> customers.delete(new Customer("cus_42", "K-1042"))).doesNotThrowAnyException();
    }
}
