package dev.treaty.stubs.sdks.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionRetrieveParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import dev.treaty.stubs.sdks.http.WebhookReceiver;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStubs.class)
class StripeSubscriptionsIT {

    private static final String VISA = "pm_card_visa";

    @Test
    void a_renewal_fails_is_retried_and_recovers(PackagedStubs stubs) throws StripeException, IOException {
        var account = StubAccount.stripe(stubs);
        var stripe = StripeSdk.of(account);
        try (var application = WebhookReceiver.start()) {
            listen(stripe, application.url("/stripe"));
            var subscription = subscribe(stripe);
            exchangeCard(stripe, subscription.getCustomer(), "pm_card_chargeCustomerFail");

            account.advance(Duration.ofDays(32));
            var late = found(stripe, subscription);
            exchangeCard(stripe, subscription.getCustomer(), VISA);
            account.advance(Duration.ofDays(4));
            var cured = found(stripe, subscription);

            assertThat(subscription.getStatus()).isEqualTo("active");
            assertThat(late.getStatus()).isEqualTo("past_due");
            assertThat(late.getLatestInvoiceObject().getNextPaymentAttempt()).isPositive();
            assertThat(cured.getStatus()).isEqualTo("active");
            assertThat(cured.getLatestInvoiceObject().getAttemptCount()).isEqualTo(2);
            assertThat(application.received("/stripe"))
                    .extracting(webhook -> ApiResource.GSON
                            .fromJson(webhook.body(), Event.class)
                            .getType())
                    .containsExactly("invoice.paid", "invoice.payment_failed", "invoice.paid");
        }
    }

    private static void listen(StripeClient stripe, String url) throws StripeException {
        stripe.v1()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(url)
                        .addEnabledEvent(EnabledEvent.INVOICE__PAID)
                        .addEnabledEvent(EnabledEvent.INVOICE__PAYMENT_FAILED)
                        .build());
    }

    private static Subscription subscribe(StripeClient stripe) throws StripeException {
        var customer = stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("erika@example.org")
                        .setPaymentMethod(VISA)
                        .setInvoiceSettings(CustomerCreateParams.InvoiceSettings.builder()
                                .setDefaultPaymentMethod(VISA)
                                .build())
                        .build());
        var price = stripe.v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("eur")
                        .setUnitAmount(2_000L)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .build())
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Gold")
                                .build())
                        .build());
        return stripe.v1()
                .subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(price.getId())
                                .build())
                        .build());
    }

    private static void exchangeCard(StripeClient stripe, String customer, String card) throws StripeException {
        var attachment =
                PaymentMethodAttachParams.builder().setCustomer(customer).build();
        var method = stripe.v1().paymentMethods().attach(card, attachment);
        stripe.v1()
                .customers()
                .update(
                        customer,
                        CustomerUpdateParams.builder()
                                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                                        .setDefaultPaymentMethod(method.getId())
                                        .build())
                                .build());
    }

    private static Subscription found(StripeClient stripe, Subscription subscription) throws StripeException {
        return stripe.v1()
                .subscriptions()
                .retrieve(
                        subscription.getId(),
                        SubscriptionRetrieveParams.builder()
                                .addExpand("latest_invoice")
                                .build());
    }
}
