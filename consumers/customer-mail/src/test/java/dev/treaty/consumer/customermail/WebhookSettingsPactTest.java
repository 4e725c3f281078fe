package dev.treaty.consumer.customermail;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.customermail.MailExamples.UNKNOWN_WEBHOOK;
import static dev.treaty.consumer.customermail.MailExamples.WEBHOOK;
import static dev.treaty.consumer.customermail.SendGridRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.customermail.events.WebhookKey;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The key with which a webhook's signature is checked. */
@Recording
class WebhookSettingsPactTest {

    private static final String SIGNED = "/v3/user/webhooks/event/settings/signed/";

    /** Of a key that was made for this example, and whose private half nobody has. */
    private static final String PUBLIC_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact webhookIsSigned(PactDslWithProvider sendGrid) {
        return request(
                        sendGrid.given("a signed event webhook exists", Map.of("id", WEBHOOK))
                                .uponReceiving("a request for the public key of an event webhook"),
                        "GET",
                        SIGNED + WEBHOOK)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(
                                webhook -> webhook.stringMatcher("public_key", "[A-Za-z0-9+/]{100,}={0,2}", PUBLIC_KEY))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "webhookIsSigned")
    void the_public_key_of_a_webhook_can_be_used(MockServer sendGrid) {
        var key = new WebhookSettings(MailExamples.connection(sendGrid.getUrl())).publicKey(WEBHOOK);

        assertThat(WebhookKey.of(key)).isNotNull();
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact webhookDoesNotExist(PactDslWithProvider sendGrid) {
        return request(
                        sendGrid.given("no event webhook exists", Map.of("id", UNKNOWN_WEBHOOK))
                                .uponReceiving("a request for the public key of an event webhook that does not exist"),
                        "GET",
                        SIGNED + UNKNOWN_WEBHOOK)
                .willRespondWith()
                .status(404)
                .body(SendGridBody.error("Invalid id provided."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "webhookDoesNotExist")
    void a_webhook_that_does_not_exist_is_refused(MockServer sendGrid) {
        var webhooks = new WebhookSettings(MailExamples.connection(sendGrid.getUrl()));

        assertThatThrownBy(() -> webhooks.publicKey(UNKNOWN_WEBHOOK))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(404));
    }
}
