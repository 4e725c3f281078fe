package dev.treaty.stubs.stripe.payment.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.Browser;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class SetupIntentsTest {

    private final TestAccount account;
    private final String customer;

    SetupIntentsTest(String stripe) {
        account = new TestAccount(stripe);
        customer = account.post("/v1/customers").id();
    }

    private TestResponse setUp(String method) {
        return account.post(
                "/v1/setup_intents",
                "customer",
                customer,
                "payment_method",
                method,
                "confirm",
                true,
                "return_url",
                "https://shop.example/");
    }

    private TestResponse payOffSession(String method) {
        return account.post(
                "/v1/payment_intents",
                "amount",
                2_000,
                "currency",
                "usd",
                "customer",
                customer,
                "payment_method",
                method,
                "confirm",
                true,
                "off_session",
                true);
    }

    @Test
    void a_card_is_set_up_and_attached() {
        var setup = setUp("pm_card_visa");

        assertThat(setup.text("/status")).isEqualTo("succeeded");
        assertThat(account.get("/v1/payment_methods/" + setup.text("/payment_method"))
                        .text("/customer"))
                .isEqualTo(customer);
        assertThat(account.get("/v1/setup_attempts", "setup_intent", setup.id()).text("/data/0/status"))
                .isEqualTo("succeeded");
    }

    @Test
    void a_card_that_was_authenticated_for_it_pays_off_session() {
        var attached =
                account.post("/v1/payment_methods/pm_card_authenticationRequiredOnSetup/attach", "customer", customer);
        var before = payOffSession(attached.id());
        var setup = setUp(attached.id());
        Browser.press(setup.text("/next_action/redirect_to_url/url"), "outcome=complete");
        var after = payOffSession(attached.id());

        assertThat(before.text("/error/code")).isEqualTo("authentication_required");
        assertThat(setup.text("/status")).isEqualTo("requires_action");
        assertThat(after.text("/status")).isEqualTo("succeeded");
    }

    @Test
    void a_failed_authentication_leaves_the_set_up_without_a_payment_method() {
        var setup = setUp("pm_card_authenticationRequired");
        Browser.press(setup.text("/next_action/redirect_to_url/url"), "outcome=fail");

        var failed = account.get("/v1/setup_intents/" + setup.id());

        assertThat(failed.text("/status")).isEqualTo("requires_payment_method");
        assertThat(failed.text("/last_setup_error/code")).isEqualTo("setup_intent_authentication_failure");
    }

    @Test
    void a_card_that_declines_is_not_set_up() {
        var declined = setUp("pm_card_visa_chargeDeclinedLostCard");

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("/error/decline_code")).isEqualTo("lost_card");
        assertThat(declined.text("/error/setup_intent/status")).isEqualTo("requires_payment_method");
    }

    @Test
    void a_direct_debit_gets_a_mandate() {
        var setup = account.post(
                "/v1/setup_intents",
                "customer",
                customer,
                "payment_method",
                "pm_sepaDebit_success_de",
                "confirm",
                true,
                "payment_method_types[]",
                "sepa_debit");

        assertThat(account.get("/v1/mandates/" + setup.text("/mandate")).text("/status"))
                .isEqualTo("active");
    }

    @Test
    void a_set_up_is_canceled_once_and_not_after_it_succeeded() {
        var open = account.post("/v1/setup_intents").id();

        assertThat(account.post("/v1/setup_intents/" + open + "/cancel").text("/status"))
                .isEqualTo("canceled");
        assertThat(account.post("/v1/setup_intents/" + open + "/cancel").text("/error/message"))
                .isEqualTo("You cannot cancel this SetupIntent because it is already canceled.");
        assertThat(account.post("/v1/setup_intents/" + setUp("pm_card_visa").id() + "/cancel")
                        .text("/error/code"))
                .isEqualTo("setup_intent_unexpected_state");
    }
}
