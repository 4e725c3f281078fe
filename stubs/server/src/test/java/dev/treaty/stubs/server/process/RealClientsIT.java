package dev.treaty.stubs.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The vendors' own SDKs, against the packaged stub server with its packaged contracts. */
class RealClientsIT {

    private static final String ACCOUNT = "AC00000000000000000000000000000042";

    private static StubServerProcess stubs;

    @BeforeAll
    static void serve() throws IOException {
        stubs = StubServerProcess.serving("--port=0", "--own-ports=free");
    }

    @AfterAll
    static void stop() {
        stubs.close();
    }

    @Test
    void stripe_takes_a_payment() throws Exception {
        var payments = stripe("sk_test_anything").v1().paymentIntents();

        var created = payments.create(payment(2_000), idempotencyKey("invoice-6735-payment"));
        var confirmed = payments.confirm(
                created.getId(), card("pm_card_visa"), idempotencyKey("payment-" + created.getId() + "-attempt-1"));

        assertThat(created.getStatus()).isEqualTo("requires_payment_method");
        assertThat(confirmed.getStatus()).isEqualTo("succeeded");
    }

    @Test
    void stripe_declines_a_card() {
        var payments = stripe("sk_test_anything").v1().paymentIntents();

        assertThatThrownBy(() -> payments.confirm(
                        "pi_42", card("pm_card_chargeDeclined"), idempotencyKey("payment-pi_42-attempt-1")))
                .isInstanceOfSatisfying(
                        CardException.class,
                        declined -> assertThat(declined.getCode()).isEqualTo("card_declined"));
    }

    /** The id is recorded, but not with this field: no interaction answers, and nobody created the payment. */
    @Test
    void an_id_that_neither_the_replay_nor_a_contract_knows_is_missing_as_with_stripe() {
        var payments = stripe("sk_test_anything").v1().paymentIntents();
        var unknownField = PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_visa")
                .setReceiptEmail("erika@example.org")
                .build();

        assertThatThrownBy(() -> payments.confirm("pi_42", unknownField, idempotencyKey("payment-pi_42-attempt-1")))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(404);
                    assertThat(refused.getCode()).isEqualTo("resource_missing");
                })
                .hasMessageContaining("No such payment_intent: 'pi_42'");
    }

    @Test
    void twilio_sends_a_message() {
        var sent = Message.creator(
                        new PhoneNumber("+15005550010"),
                        new PhoneNumber("+15005550006"),
                        "The polls are open until eight.")
                .setStatusCallback("https://dialer.example.com/twilio/status")
                .create(twilio());

        assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(sent.getSid()).startsWith("SM");
    }

    private static StripeClient stripe(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(stubs.url("stripe").toString())
                .setMaxNetworkRetries(0)
                .build();
    }

    private static PaymentIntentCreateParams payment(long cents) {
        return PaymentIntentCreateParams.builder()
                .setAmount(cents)
                .setCurrency("eur")
                .setCustomer("cus_42")
                .putMetadata("invoice", "6735")
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .build();
    }

    private static PaymentIntentConfirmParams card(String paymentMethod) {
        return PaymentIntentConfirmParams.builder()
                .setPaymentMethod(paymentMethod)
                .build();
    }

    private static RequestOptions idempotencyKey(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** Twilio's SDK has no base URL; but its HTTP client can be routed elsewhere. */
    private static TwilioRestClient twilio() {
        URI stub = stubs.url("twilio");
        var http = HttpClientBuilder.create()
                .setRoutePlanner(
                        (host, context) -> new HttpRoute(new HttpHost("http", stub.getHost(), stub.getPort())));
        return new TwilioRestClient.Builder(ACCOUNT, "test-auth-token")
                .httpClient(new NetworkHttpClient(http))
                .build();
    }
}
