package dev.treaty.consumer.securitydesk;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.securitydesk.DeskContract.BAD;
import static dev.treaty.consumer.securitydesk.DeskContract.CONSUMER;
import static dev.treaty.consumer.securitydesk.DeskContract.PROVIDER;
import static dev.treaty.consumer.securitydesk.DeskContract.TIME;
import static dev.treaty.consumer.securitydesk.DeskContract.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class IndicatorsPactTest {

    private static final String SECOND = "203.0.113.66";
    private static final String CURSOR = "\\d{1,18}";

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact first(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider)
                                .given("addresses have been judged", Map.of("ips", List.of(BAD, SECOND))),
                        "a request for the indicators",
                        "GET",
                        "/indicators",
                        VIEWER)
                .query("limit=1")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.array("items", items -> indicator(items, BAD));
                            root.stringMatcher("next", CURSOR, "41");
                            root.booleanValue("isLast", false);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "first")
    void the_list_begins_with_what_was_judged_first(MockServer provider) {
        var page = DeskContract.as(VIEWER, provider).indicators(Optional.empty(), 1);

        assertThat(page)
                .isEqualTo(new IndicatorPage(
                        List.of(new IndicatorPage.Indicator(BAD, Verdict.BLOCK, 100, Examples.NOW)), "41", false));
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact next(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider)
                                .given("addresses have been judged", Map.of("ips", List.of(BAD, SECOND))),
                        "a request for more indicators",
                        "GET",
                        "/indicators",
                        VIEWER)
                .queryParameterFromProviderState("after", "${cursor}", "41")
                .matchQuery("limit", "20", "20")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.array("items", items -> indicator(items, SECOND));
                            root.stringMatcher("next", CURSOR, "42");
                            root.booleanValue("isLast", true);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "next")
    void who_has_read_a_part_continues_where_it_ended(MockServer provider) {
        var page = DeskContract.as(VIEWER, provider).indicators(Optional.of("41"), 20);

        assertThat(page.items()).extracting(IndicatorPage.Indicator::ip).containsExactly(SECOND);
        assertThat(page.isLast()).isTrue();
    }

    private static void indicator(LambdaDslJsonArray items, String ip) {
        items.object(item -> {
            item.stringValue("ip", ip);
            item.stringMatcher("verdict", "block|monitor", "block");
            item.integerType("risk", 100);
            item.stringMatcher("judgedAt", TIME, Examples.NOW.toString());
        });
    }
}
