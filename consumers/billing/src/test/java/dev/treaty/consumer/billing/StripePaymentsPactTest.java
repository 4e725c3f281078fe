package dev.treaty.consumer.billing;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.stripe.StripeClient;
import com.stripe.param.PaymentIntentCreateParams;
import dev.treaty.consumer.recording.FormBody;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class StripePaymentsPactTest {

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsCreated(PactDslWithProvider stripe) {
        return stripe.given("a customer exists", Map.of("id", "cus_42"))
                .uponReceiving("a payment is created")
                .method("POST")
                .path("/v1/payment_intents")
                .matchHeader("Authorization", "Bearer sk_test_.+", "Bearer sk_test_42")
                .body(FormBody.form()
                        .value("currency", "eur")
                        .matching("amount", "\\d+", "2000")
                        .matching("metadata[order_id]", ".+", "6735"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(payment -> {
                            payment.stringMatcher("id", "pi_.+", "pi_42");
                            payment.stringValue("object", "payment_intent");
                            payment.numberType("amount", 2000);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "paymentIsCreated")
    void a_payment_is_created(MockServer stripe) throws Exception {
        var client = StripeClient.builder()
                .setApiKey("sk_test_42")
                .setApiBase(stripe.getUrl())
                .build();

        var payment = client.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(2000L)
                        .setCurrency("eur")
                        .putMetadata("order_id", "6735")
                        .build());

        assertThat(payment.getId()).isEqualTo("pi_42");
    }
}
