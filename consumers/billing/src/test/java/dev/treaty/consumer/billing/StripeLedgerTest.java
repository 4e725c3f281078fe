package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeExamples.API_KEY;
import static dev.treaty.consumer.billing.StripeExamples.account;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.billing.FakeStripe.CannedResponse;
import dev.treaty.consumer.recording.Examples;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StripeLedgerTest {

    @Test
    void a_ledger_without_its_last_page_fails() throws IOException {
        var firstPage = CannedResponse.of(200, """
                {"object": "list", "has_more": true, "data": [{"id": "ch_1", "object": "charge", "paid": true}]}""");
        try (var stripe = new FakeStripe(firstPage, CannedResponse.error(503, "overloaded", Map.of()))) {
            var ledger = new StripeLedger(new StripeConnection(account(stripe.url(), API_KEY, 0)), 1);

            assertThatThrownBy(() -> ledger.since(Examples.NOW)).isInstanceOf(StripeFailure.Unavailable.class);
        }
    }
}
