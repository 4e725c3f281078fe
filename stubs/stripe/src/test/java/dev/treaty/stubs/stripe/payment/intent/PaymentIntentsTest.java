package dev.treaty.stubs.stripe.payment.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.service.PaymentIntentService;
import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.Browser;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@StubServer("stripe")
class PaymentIntentsTest {

    private static final String RETURN_URL = "https://shop.example/";

    private final TestAccount account;
    private final PaymentIntentService payments;

    PaymentIntentsTest(String stripe) {
        account = new TestAccount(stripe);
        payments = StripeClient.builder()
                .setApiKey(account.key())
                .setApiBase(stripe)
                .setMaxNetworkRetries(0)
                .build()
                .v1()
                .paymentIntents();
    }

    private static PaymentIntentCreateParams.Builder payment(String method) {
        return PaymentIntentCreateParams.builder()
                .setAmount(2_000L)
                .setCurrency("usd")
                .setPaymentMethod(method)
                .addPaymentMethodType("card");
    }

    private PaymentIntent pay(String method) throws StripeException {
        return payments.create(payment(method).setConfirm(true).build());
    }

    /** A payment that is confirmed at once; what the SDK would not send, or hide. */
    private TestResponse confirmed(Object... more) {
        var parameters = new ArrayList<Object>(List.of("amount", 2_000, "currency", "eur", "confirm", true));
        parameters.addAll(List.of(more));
        return account.post("/v1/payment_intents", parameters.toArray());
    }

    @Test
    void a_payment_is_created_confirmed_and_paid() throws StripeException {
        var created = payments.create(payment("pm_card_visa").build());
        var paid = payments.confirm(created.getId());

        assertThat(created.getStatus()).isEqualTo("requires_confirmation");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getAmountReceived()).isEqualTo(2_000);
        assertThat(paid.getLatestCharge()).startsWith("ch_");
        assertThat(account.get("/v1/charges/" + paid.getLatestCharge()).text("/outcome/seller_message"))
                .isEqualTo("Payment complete.");
    }

    @Test
    void a_declined_payment_keeps_its_error_and_takes_another_card() throws StripeException {
        var declined =
                catchThrowableOfType(CardException.class, () -> pay("pm_card_visa_chargeDeclinedInsufficientFunds"));
        var intent = declined.getStripeError().getPaymentIntent();
        var paid = payments.confirm(
                intent.getId(),
                PaymentIntentConfirmParams.builder()
                        .setPaymentMethod("pm_card_visa")
                        .build());

        assertThat(declined.getDeclineCode()).isEqualTo("insufficient_funds");
        assertThat(declined.getCharge()).startsWith("ch_");
        assertThat(intent.getLastPaymentError().getMessage()).isEqualTo("Your card has insufficient funds.");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getLastPaymentError()).isNull();
    }

    @Test
    void reserved_money_is_captured_in_part_and_the_rest_released() throws StripeException {
        var reserved = payments.create(payment("pm_card_visa")
                .setConfirm(true)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .build());
        var captured = payments.capture(
                reserved.getId(),
                PaymentIntentCaptureParams.builder().setAmountToCapture(500L).build());
        var again = catchThrowableOfType(InvalidRequestException.class, () -> payments.capture(reserved.getId()));

        assertThat(reserved.getStatus()).isEqualTo("requires_capture");
        assertThat(reserved.getAmountCapturable()).isEqualTo(2_000);
        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(captured.getAmountReceived()).isEqualTo(500);
        assertThat(again.getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void what_is_captured_as_a_whole_is_not_captured_again() throws StripeException {
        var paid = payments.create(payment("pm_card_visa").setConfirm(true).build());

        var again = catchThrowableOfType(InvalidRequestException.class, () -> payments.capture(paid.getId()));

        assertThat(again.getStripeError().getMessage())
                .isEqualTo("This PaymentIntent could not be captured because it has already been captured.");
    }

    @Test
    void reserved_money_is_released_after_seven_days() throws StripeException {
        var reserved = payments.create(payment("pm_card_visa")
                .setConfirm(true)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .build());

        account.advance("P7D");

        assertThat(payments.retrieve(reserved.getId()).getStatus()).isEqualTo("canceled");
    }

    @Test
    void a_canceled_payment_stays_canceled() throws StripeException {
        var created = payments.create(payment("pm_card_visa").build());
        var canceled = payments.cancel(
                created.getId(),
                PaymentIntentCancelParams.builder()
                        .setCancellationReason(PaymentIntentCancelParams.CancellationReason.DUPLICATE)
                        .build());
        var again = catchThrowableOfType(InvalidRequestException.class, () -> payments.cancel(created.getId()));

        assertThat(canceled.getCancellationReason()).isEqualTo("duplicate");
        assertThat(again.getStripeError().getPaymentIntent().getStatus()).isEqualTo("canceled");
    }

    @Test
    void the_amount_of_a_paid_payment_stays() throws StripeException {
        var paid = pay("pm_card_visa");
        var refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> payments.update(
                        paid.getId(),
                        PaymentIntentUpdateParams.builder().setAmount(3_000L).build()));

        assertThat(refused.getParam()).isEqualTo("amount");
        assertThat(refused.getMessage())
                .startsWith("This PaymentIntent's amount could not be updated because it has a status of succeeded.");
    }

    @Test
    void the_cardholder_authenticates_on_a_page() {
        var intent = confirmed("payment_method", "pm_card_authenticationRequired", "return_url", RETURN_URL);
        var page = intent.text("/next_action/redirect_to_url/url");

        assertThat(Browser.open(page).body())
                .contains("<button")
                .contains("Complete")
                .contains("Fail");
        assertThat(Browser.press(page, "outcome=complete").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location)
                        .startsWith(RETURN_URL + "?payment_intent=" + intent.id())
                        .endsWith("redirect_status=succeeded"));
        assertThat(account.get("/v1/payment_intents/" + intent.id()).text("/status"))
                .isEqualTo("succeeded");
    }

    @Test
    void a_payment_confirmed_by_hand_is_confirmed_again_after_authentication() {
        var intent = confirmed(
                "confirmation_method",
                "manual",
                "payment_method",
                "pm_card_authenticationRequired",
                "return_url",
                RETURN_URL);
        Browser.press(intent.text("/next_action/redirect_to_url/url"), "outcome=complete");

        var waiting = account.get("/v1/payment_intents/" + intent.id());
        var paid = account.post("/v1/payment_intents/" + intent.id() + "/confirm");

        assertThat(waiting.text("/status")).isEqualTo("requires_confirmation");
        assertThat(paid.text("/status")).isEqualTo("succeeded");
    }

    @Test
    void another_card_than_the_one_that_was_authenticated_is_authenticated_as_well() {
        var intent = confirmed(
                "confirmation_method",
                "manual",
                "payment_method",
                "pm_card_authenticationRequired",
                "return_url",
                RETURN_URL);
        Browser.press(intent.text("/next_action/redirect_to_url/url"), "outcome=complete");

        var other = account.post(
                "/v1/payment_intents/" + intent.id() + "/confirm",
                "payment_method",
                "pm_card_threeDSecureRequired",
                "return_url",
                RETURN_URL);

        assertThat(other.text("/status")).isEqualTo("requires_action");
    }

    @Test
    void off_session_authentication_is_a_decline_with_a_charge() {
        var declined = confirmed("off_session", true, "payment_method", "pm_card_authenticationRequired");

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("/error/decline_code")).isEqualTo("authentication_required");
        assertThat(account.get("/v1/charges/" + declined.text("/error/charge")).text("/failure_code"))
                .isEqualTo("authentication_required");
    }

    @Test
    void a_payment_that_is_confirmed_at_once_falls_back_on_the_card_of_old_customers() {
        var customer = account.post("/v1/customers", "source", "tok_visa").id();

        var paid = confirmed("customer", customer);

        assertThat(paid.text("/status")).isEqualTo("succeeded");
        assertThat(account.get("/v1/customers/" + customer, "expand[]", "sources")
                        .text("/sources/data/0/id"))
                .isEqualTo(paid.text("/payment_method"));
    }

    @ParameterizedTest
    @CsvSource({"complete, succeeded", "fail, requires_payment_method"})
    void each_button_of_the_page_has_an_address_of_its_own(String button, String status) {
        var intent = confirmed("payment_method", "pm_card_authenticationRequired", "return_url", RETURN_URL);
        var url = intent.text("/next_action/redirect_to_url/url");

        assertThat(Browser.open(url).body()).contains("action=\"" + url + "/" + button + "\"");
        Browser.press(url + "/" + button, "");

        assertThat(account.get("/v1/payment_intents/" + intent.id()).text("/status"))
                .isEqualTo(status);
    }

    @Test
    void a_direct_debit_fails_later() {
        var intent = account.post(
                "/v1/payment_intents",
                "amount",
                2_000,
                "currency",
                "usd",
                "confirm",
                true,
                "payment_method",
                "pm_usBankAccount_insufficientFunds",
                "payment_method_types[]",
                "us_bank_account");
        account.advance("PT1M");

        var failed = account.get("/v1/payment_intents/" + intent.id());

        assertThat(intent.text("/status")).isEqualTo("processing");
        assertThat(failed.text("/status")).isEqualTo("requires_payment_method");
        assertThat(failed.text("/last_payment_error/code")).isEqualTo("insufficient_funds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klarna", "ideal", "paypal", "bancontact", "eps", "p24"})
    void other_payment_methods_are_authorized_on_a_page(String type) {
        var intent =
                confirmed("payment_method_data[type]", type, "payment_method_types[]", type, "return_url", RETURN_URL);
        Browser.press(intent.text("/next_action/redirect_to_url/url"), "outcome=complete");

        var paid = account.get("/v1/payment_intents/" + intent.id(), "expand[]", "latest_charge");

        assertThat(paid.text("/status")).isEqualTo("succeeded");
        assertThat(paid.text("/latest_charge/payment_method_details/type")).isEqualTo(type);
    }
}
