package dev.treaty.stubs.stripe.payment.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class PaymentMethodsTest {

    private final TestAccount account;
    private final String customer;

    PaymentMethodsTest(String stripe) {
        account = new TestAccount(stripe);
        customer = account.post("/v1/customers").id();
    }

    private String attached() {
        return account.post("/v1/payment_methods/pm_card_visa/attach", "customer", customer)
                .id();
    }

    private TestResponse pay(Object... who) {
        var parameters = new ArrayList<Object>(List.of("amount", 2_000, "currency", "usd", "confirm", true));
        parameters.addAll(List.of(who));
        return account.post("/v1/payment_intents", parameters.toArray());
    }

    @Test
    void a_detached_one_never_comes_back() {
        var method = attached();

        var detached = account.post("/v1/payment_methods/" + method + "/detach");
        var again = account.post("/v1/payment_methods/" + method + "/attach", "customer", customer);
        var payment = pay("payment_method", method);

        assertThat(detached.json().path("customer").isNull()).isTrue();
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("error").has("code")).isFalse();
        assertThat(payment.text("/error/message")).startsWith("The provided PaymentMethod was previously used");
    }

    @Test
    void the_customer_s_default_is_forgotten_when_it_is_detached() {
        var method = attached();
        account.post("/v1/customers/" + customer, "invoice_settings[default_payment_method]", method);

        account.post("/v1/payment_methods/" + method + "/detach");

        assertThat(account.get("/v1/customers/" + customer)
                        .json()
                        .at("/invoice_settings/default_payment_method")
                        .isNull())
                .isTrue();
    }

    @Test
    void it_pays_only_for_its_customer() {
        var method = attached();
        var other = account.post("/v1/customers").id();

        assertThat(pay("payment_method", method, "customer", customer).text("/status"))
                .isEqualTo("succeeded");
        assertThat(pay("payment_method", method, "customer", other).text("/error/message"))
                .isEqualTo(
                        "The PaymentMethod %s does not belong to the Customer you supplied %s. Please use this PaymentMethod with the Customer that it belongs to instead."
                                .formatted(method, other));
        assertThat(pay("payment_method", method).text("/error/code")).isEqualTo("parameter_missing");
    }

    @Test
    void it_is_listed_by_customer_and_type() {
        var method = attached();

        assertThat(account.get("/v1/customers/" + customer + "/payment_methods", "type", "card")
                        .text("/data/0/id"))
                .isEqualTo(method);
        assertThat(account.get("/v1/payment_methods", "customer", customer, "type", "sepa_debit")
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(account.get("/v1/payment_methods").json().path("data")).isEmpty();
    }

    @Test
    void card_numbers_are_for_browsers() {
        var refused = account.post(
                "/v1/payment_methods",
                "type",
                "card",
                "card[number]",
                "4242424242424242",
                "card[exp_month]",
                12,
                "card[exp_year]",
                2034);

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.text("/error/type")).isEqualTo("invalid_request_error");
    }

    @Test
    void every_type_can_be_made() {
        for (var type : new String[] {"klarna", "ideal", "link", "paypal", "sepa_debit", "us_bank_account"}) {
            var method = switch (type) {
                case "sepa_debit" ->
                    account.post(
                            "/v1/payment_methods",
                            "type",
                            type,
                            "sepa_debit[iban]",
                            "DE89370400440532013000",
                            "billing_details[name]",
                            "Erika",
                            "billing_details[email]",
                            "erika@example.org");
                case "us_bank_account" ->
                    account.post(
                            "/v1/payment_methods",
                            "type",
                            type,
                            "us_bank_account[account_number]",
                            "000123456789",
                            "us_bank_account[routing_number]",
                            "110000000",
                            "us_bank_account[account_holder_type]",
                            "individual");
                default -> account.post("/v1/payment_methods", "type", type);
            };

            assertThat(method.status()).as(type + method.json()).isEqualTo(200);
        }
    }
}
