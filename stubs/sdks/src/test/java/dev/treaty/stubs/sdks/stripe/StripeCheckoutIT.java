package dev.treaty.stubs.sdks.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
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
class StripeCheckoutIT {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static SessionCreateParams shirts() {
        var shirt = LineItem.PriceData.builder()
                .setCurrency("usd")
                .setUnitAmount(1_000L)
                .setProductData(LineItem.PriceData.ProductData.builder()
                        .setName("T-shirt")
                        .build())
                .build();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("https://shop.example/ok?id={CHECKOUT_SESSION_ID}")
                .addLineItem(
                        LineItem.builder().setQuantity(2L).setPriceData(shirt).build())
                .build();
    }

    @Test
    void a_customer_pays_on_the_page_and_the_application_hears_of_it(PackagedStubs stubs)
            throws StripeException, IOException, InterruptedException {
        var account = StubAccount.stripe(stubs);
        var stripe = StripeSdk.of(account).v1();
        try (var application = WebhookReceiver.start()) {
            var endpoint = stripe.webhookEndpoints()
                    .create(WebhookEndpointCreateParams.builder()
                            .setUrl(application.url("/stripe"))
                            .addEnabledEvent(EnabledEvent.CHECKOUT__SESSION__COMPLETED)
                            .build());
            var session = stripe.checkout().sessions().create(shirts());

            var page = send(HttpRequest.newBuilder(URI.create(session.getUrl())).GET());
            var paid = send(HttpRequest.newBuilder(URI.create(session.getUrl() + "/pay"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("email=erika@example.org")));
            account.advance(Duration.ofSeconds(1));

            assertThat(page.body()).contains("T-shirt", "$20.00");
            assertThat(paid.headers().firstValue("Location")).contains("https://shop.example/ok?id=" + session.getId());
            assertThat(stripe.checkout().sessions().retrieve(session.getId()).getPaymentStatus())
                    .isEqualTo("paid");
            assertThat(application.received("/stripe")).singleElement().satisfies(webhook -> {
                var event = Webhook.constructEvent(
                        webhook.body(), webhook.header("Stripe-Signature").orElseThrow(), endpoint.getSecret());
                assertThat(event.getDataObjectDeserializer().getObject())
                        .get()
                        .isInstanceOfSatisfying(Session.class, completed -> {
                            assertThat(completed.getAmountTotal()).isEqualTo(2_000);
                            assertThat(completed.getCustomerDetails().getEmail())
                                    .isEqualTo("erika@example.org");
                        });
            });
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }
}
