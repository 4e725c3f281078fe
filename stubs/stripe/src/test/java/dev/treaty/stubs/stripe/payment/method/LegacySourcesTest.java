package dev.treaty.stubs.stripe.payment.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import org.junit.jupiter.api.Test;

/** What customers paid with before there were PaymentMethods. */
@StubServer("stripe")
class LegacySourcesTest {

    private final TestAccount account;

    LegacySourcesTest(String stripe) {
        account = new TestAccount(stripe);
    }

    private String customer(String source) {
        return account.post("/v1/customers", "source", source).id();
    }

    private String defaultOf(String customer) {
        return account.get("/v1/customers/" + customer).text("/default_source");
    }

    @Test
    void a_charge_shows_the_card_that_its_token_stands_for() {
        var charge = account.post("/v1/charges", "amount", 1_200, "currency", "usd", "source", "tok_mastercard");

        assertThat(charge.text("/source/object")).isEqualTo("card");
        assertThat(charge.text("/source/brand")).isEqualTo("MasterCard");
        assertThat(charge.text("/status")).isEqualTo("succeeded");
    }

    @Test
    void a_customer_is_charged_with_what_is_linked_only() {
        var customer = customer("tok_visa");

        var charge = account.post(
                "/v1/charges", "amount", 1_200, "currency", "usd", "customer", customer, "source", "tok_visa");

        assertThat(charge.status()).isEqualTo(400);
        assertThat(charge.text("/error/code")).isEqualTo("missing");
        assertThat(charge.text("/error/message"))
                .isEqualTo("Customer %s does not have a linked source with ID tok_visa.".formatted(customer));
    }

    @Test
    void a_new_default_takes_the_place_of_the_old_one() {
        var customer = customer("tok_visa");
        var before = defaultOf(customer);

        account.post("/v1/customers/" + customer, "source", "tok_mastercard");

        assertThat(defaultOf(customer)).startsWith("card_").isNotEqualTo(before);
        var sources = account.get("/v1/customers/" + customer + "/sources").json();
        assertThat(sources.path("data")).hasSize(1);
    }

    @Test
    void a_source_of_a_card_is_attached_and_charged() {
        var source = account.post("/v1/sources", "type", "card", "token", "tok_visa");
        assertThat(source.text("/status")).isEqualTo("chargeable");
        var customer = customer(source.id());

        var charge = account.post("/v1/charges", "amount", 1_200, "currency", "usd", "customer", customer);

        assertThat(defaultOf(customer)).isEqualTo(source.id());
        assertThat(charge.text("/source/id")).isEqualTo(source.id());
    }

    @Test
    void a_bank_account_is_charged_after_its_deposits_were_told() {
        var token = account.post(
                "/v1/tokens",
                "bank_account[country]",
                "US",
                "bank_account[currency]",
                "usd",
                "bank_account[account_number]",
                "000123456789",
                "bank_account[routing_number]",
                "110000000");
        var customer = customer(token.id());
        var bankAccount = defaultOf(customer);
        var verify = "/v1/customers/" + customer + "/sources/" + bankAccount + "/verify";
        var parameters = new Object[] {"amount", 1_200, "currency", "usd", "customer", customer, "source", bankAccount};

        assertThat(account.post("/v1/charges", parameters).text("/error/code")).isEqualTo("bank_account_unverified");
        assertThat(account.post(verify, "amounts[0]", 1, "amounts[1]", 2).text("/error/code"))
                .isEqualTo("bank_account_verification_failed");
        assertThat(account.post(verify, "amounts[0]", 32, "amounts[1]", 45).text("/status"))
                .isEqualTo("verified");
        var charge = account.post("/v1/charges", parameters);
        assertThat(charge.text("/status")).isEqualTo("pending");
        account.advance("P5D");
        assertThat(account.get("/v1/charges/" + charge.id()).text("/status")).isEqualTo("succeeded");
    }
}
