package dev.treaty.stubs.sdks.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import dev.treaty.stubs.sdks.http.WebhookReceiver;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStubs.class)
class StripePaymentsIT {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static PaymentIntentCreateParams payment(String method) {
        return PaymentIntentCreateParams.builder()
                .setAmount(2_000L)
                .setCurrency("eur")
                .setPaymentMethod(method)
                .setConfirm(true)
                .setReturnUrl("https://shop.example/return")
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .build())
                .build();
    }

    @Test
    void a_payment_is_authenticated_in_a_browser_and_then_paid(PackagedStubs stubs)
            throws StripeException, IOException, InterruptedException {
        var payments = StripeSdk.of(StubAccount.stripe(stubs)).v1().paymentIntents();
        var waiting = payments.create(payment("pm_card_threeDSecure2Required"));
        var page = URI.create(waiting.getNextAction().getRedirectToUrl().getUrl());

        var form = send(HttpRequest.newBuilder(page).GET());
        var back = send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("outcome=complete")));

        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        assertThat(form.body()).contains("Complete authentication", "Fail authentication");
        assertThat(back.headers().firstValue("Location"))
                .contains(
                        "https://shop.example/return?payment_intent=%s&payment_intent_client_secret=%s&redirect_status=succeeded"
                                .formatted(waiting.getId(), waiting.getClientSecret()));
        assertThat(payments.retrieve(waiting.getId()).getStatus()).isEqualTo("succeeded");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void a_refund_is_told_by_a_webhook_that_the_sdk_accepts(PackagedStubs stubs) throws StripeException, IOException {
        var account = StubAccount.stripe(stubs);
        var stripe = StripeSdk.of(account).v1();
        try (var application = WebhookReceiver.start()) {
            var endpoint = stripe.webhookEndpoints()
                    .create(WebhookEndpointCreateParams.builder()
                            .setUrl(application.url("/stripe"))
                            .addEnabledEvent(EnabledEvent.CHARGE__REFUNDED)
                            .build());
            var paid = stripe.paymentIntents().create(payment("pm_card_visa"));
            var refund = stripe.refunds()
                    .create(RefundCreateParams.builder()
                            .setPaymentIntent(paid.getId())
                            .setAmount(500L)
                            .build());

            account.advance(Duration.ofSeconds(1));

            assertThat(refund.getStatus()).isEqualTo("succeeded");
            assertThat(application.received("/stripe")).singleElement().satisfies(webhook -> {
                var event = Webhook.constructEvent(
                        webhook.body(), webhook.header("Stripe-Signature").orElseThrow(), endpoint.getSecret());
                assertThat(event.getType()).isEqualTo("charge.refunded");
                assertThat(event.getDataObjectDeserializer().getObject())
                        .get()
                        .isInstanceOfSatisfying(Charge.class, charge -> {
                            assertThat(charge.getId()).isEqualTo(paid.getLatestCharge());
                            assertThat(charge.getAmountRefunded()).isEqualTo(500);
                        });
            });
        }
    }
}
