package dev.treaty.stubs.stripe.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each card does what its row says. */
@StubServer("stripe")
class TestCardsTest {

    private final TestAccount account;

    TestCardsTest(String stripe) {
        account = new TestAccount(stripe);
    }

    @Test
    void a_number_ends_with_its_check_digit() {
        assertThat(TestCards.names())
                .hasSizeGreaterThan(130)
                .allSatisfy(name -> assertThat(
                                hasRightCheckDigit(TestCards.byKey(name).number()))
                        .as(name)
                        .isTrue());
    }

    private static boolean hasRightCheckDigit(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    @Test
    void a_token_becomes_a_payment_method_with_the_card_s_looks() {
        for (var name : TestCards.names()) {
            var card = TestCards.byKey(name);

            var method = account.post("/v1/payment_methods", "type", "card", "card[token]", "tok_" + name);

            assertThat(method.json().at("/card/brand").asText()).as(name).isEqualTo(card.brand());
            assertThat(method.text("/card/last4")).as(name).isEqualTo(card.last4());
            assertThat(method.text("/card/country")).as(name).isEqualTo(card.country());
            assertThat(method.text("/card/funding")).as(name).isEqualTo(card.funding());
        }
    }

    @Test
    void a_payment_ends_as_the_card_says() {
        for (var name : TestCards.names()) {
            var card = TestCards.byKey(name);

            var payment = account.post(
                    "/v1/payment_intents",
                    "amount",
                    2_000,
                    "currency",
                    "usd",
                    "confirm",
                    true,
                    "payment_method",
                    "pm_card_" + name,
                    "payment_method_types[]",
                    "card");

            assertThat(payment.text(payment.status() == 200 ? "/status" : "/error/decline_code"))
                    .as(name)
                    .isEqualTo(expected(card));
        }
    }

    private static String expected(TestCard card) {
        if (card.authentication().isRequired(false, false, false)) {
            return "requires_action";
        }
        return card.decline().map(Decline::declineCode).orElse("succeeded");
    }

    @Test
    void only_few_cards_that_decline_can_be_attached() {
        var customer = account.post("/v1/customers").id();

        for (var attached : Map.of(
                        "chargeCustomerFail", 200,
                        "visa", 200,
                        "visa_chargeDeclined", 402,
                        "chargeDeclinedExpiredCard", 402,
                        "chargeDeclinedIncorrectCvc", 402)
                .entrySet()) {
            var response =
                    account.post("/v1/payment_methods/pm_card_" + attached.getKey() + "/attach", "customer", customer);

            assertThat(response.status()).as(attached.getKey()).isEqualTo(attached.getValue());
        }
    }

    @Test
    void checks_fail_only_for_what_was_given() {
        var without = account.post("/v1/payment_methods", "type", "card", "card[token]", "tok_avsFail");
        var with = account.post(
                "/v1/payment_methods",
                "type",
                "card",
                "card[token]",
                "tok_avsFail",
                "billing_details[address][postal_code]",
                "94107",
                "billing_details[address][line1]",
                "510 Townsend St");

        assertThat(without.json().at("/card/checks/address_postal_code_check").isNull())
                .isTrue();
        assertThat(with.text("/card/checks/address_postal_code_check")).isEqualTo("fail");
        assertThat(with.text("/card/checks/address_line1_check")).isEqualTo("fail");
    }
}
