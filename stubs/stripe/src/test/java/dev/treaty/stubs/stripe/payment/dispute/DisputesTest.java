package dev.treaty.stubs.stripe.payment.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class DisputesTest {

    private final TestAccount account;

    DisputesTest(String stripe) {
        account = new TestAccount(stripe);
    }

    private JsonNode disputeOf(String method) {
        var payment = account.post(
                "/v1/payment_intents", "amount", 2_000, "currency", "usd", "confirm", true, "payment_method", method);
        account.advance("PT1S");
        return account.get("/v1/disputes", "payment_intent", payment.id())
                .json()
                .at("/data/0");
    }

    private String statusAfter(JsonNode dispute, String evidence) {
        var path = "/v1/disputes/" + dispute.path("id").asText();
        account.post(path, "evidence[uncategorized_text]", evidence, "submit", true);
        account.advance("PT1M");
        return account.get(path).text("/status");
    }

    @Test
    void the_bank_takes_the_money_and_gives_it_back_without_the_fee() {
        var dispute = disputeOf("pm_card_createDispute");

        var status = statusAfter(dispute, "winning_evidence");

        assertThat(dispute.path("status").asText()).isEqualTo("needs_response");
        assertThat(dispute.at("/balance_transactions/0/net").asLong()).isEqualTo(-3_500);
        assertThat(status).isEqualTo("won");
        assertThat(account.get("/v1/disputes/" + dispute.path("id").asText())
                        .json()
                        .at("/balance_transactions/1/net")
                        .asLong())
                .isEqualTo(2_000);
    }

    @Test
    void other_evidence_loses_and_an_inquiry_escalates() {
        assertThat(statusAfter(disputeOf("pm_card_createDisputeProductNotReceived"), "losing_evidence"))
                .isEqualTo("lost");
        assertThat(statusAfter(disputeOf("pm_card_createDisputeInquiry"), "escalate_inquiry_evidence"))
                .isEqualTo("needs_response");
    }

    @Test
    void a_closed_dispute_is_lost_and_stays_so() {
        var path =
                "/v1/disputes/" + disputeOf("pm_card_createDispute").path("id").asText();

        assertThat(account.post(path + "/close").text("/status")).isEqualTo("lost");
        assertThat(account.post(path + "/close").text("/error/message")).isEqualTo("This dispute is already closed");
    }

    @Test
    void an_early_fraud_warning_is_no_dispute() {
        assertThat(disputeOf("pm_card_createIssuerFraudRecord").isMissingNode()).isTrue();
        assertThat(account.get("/v1/radar/early_fraud_warnings").text("/data/0/fraud_type"))
                .isEqualTo("misc");
    }
}
