package dev.treaty.consumer.billing;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.billing.StripeBody.charge;
import static dev.treaty.consumer.billing.StripeExamples.EURO;
import static dev.treaty.consumer.billing.StripeRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Recording
class StripeLedgerPactTest {

    private static final Instant SINCE = Examples.NOW.minus(Duration.ofDays(1));
    private static final String CHARGES_EXIST = "charges exist";
    private static final Map<String, Object> CHARGES =
            Map.of("newestFirst", List.of("ch_3", "ch_2", "ch_1"), "declined", "ch_2");

    /** Both pages in one, because one operation of the client reads them. */
    @Pact(consumer = "billing", provider = "stripe")
    V4Pact chargesAreListed(PactDslWithProvider stripe) {
        var firstPage = get(
                        stripe.given(CHARGES_EXIST, CHARGES)
                                .uponReceiving("a request for the first page of charges since a given time"),
                        "/v1/charges")
                .query("limit=2")
                .matchQuery("created[gte]", "\\d+", since())
                .willRespondWith()
                .status(200)
                .body(page(true, charges -> {
                    charges.object(charge -> {
                        charge(charge, "ch_3", 0);
                        charge.booleanValue("paid", true);
                    });
                    charges.object(charge -> {
                        charge(charge, "ch_2", 0);
                        charge.booleanValue("paid", false);
                    });
                }));
        return get(
                        firstPage
                                .given(CHARGES_EXIST, CHARGES)
                                .uponReceiving("a request for the next page of charges since a given time"),
                        "/v1/charges")
                .query("limit=2&starting_after=ch_2")
                .matchQuery("created[gte]", "\\d+", since())
                .willRespondWith()
                .status(200)
                .body(page(
                        false,
                        charges -> charges.object(charge -> {
                            charge(charge, "ch_1", 500);
                            charge.booleanValue("paid", true);
                        })))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "chargesAreListed")
    void the_ledger_reads_all_pages_and_leaves_out_declined_charges(MockServer stripe) {
        var ledger = new StripeLedger(StripeExamples.connection(stripe), 2);

        var entries = ledger.since(SINCE);

        assertThat(entries)
                .containsExactly(
                        new LedgerEntry("ch_3", "pi_42", 2000, 0, EURO, Examples.NOW),
                        new LedgerEntry("ch_1", "pi_42", 2000, 500, EURO, Examples.NOW));
    }

    private static DslPart page(boolean more, Consumer<LambdaDslJsonArray> charges) {
        return newJsonBody(page -> {
                    page.stringValue("object", "list");
                    page.booleanValue("has_more", more);
                    page.array("data", charges);
                })
                .build();
    }

    private static String since() {
        return Long.toString(SINCE.getEpochSecond());
    }
}
