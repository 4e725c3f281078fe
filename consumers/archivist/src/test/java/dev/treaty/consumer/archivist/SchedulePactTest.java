package dev.treaty.consumer.archivist;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class SchedulePactTest {

    /** RFC 3339: the archivist needs the offset, because a local time would be another moment in each archive. */
    private static final String DATE_TIME_REGEX =
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact scheduleOfOneDay(PactDslWithProvider cablecast) {
        return cablecast
                .given("shows are scheduled", Map.of("channel", 1, "day", "2026-01-15", "count", 2))
                .uponReceiving("a request for the schedule items of a day")
                .method("GET")
                .path("/cablecastapi/v1/scheduleitems")
                .query("channel=1&start=2026-01-15&end=2026-01-16&offset=0&page_size=100")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.array("scheduleItems", items -> {
                                item(items, 8001, 42, "2026-01-15T09:30:00Z");
                                item(items, 8002, 101, "2026-01-15T11:30:00+01:00");
                            });
                            root.object("meta", meta -> meta.numberValue("count", 2));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "scheduleOfOneDay")
    void the_shows_of_a_day_are_listed_in_the_order_of_broadcast(MockServer cablecast) {
        var items = ArchivistFixture.at(cablecast).schedule().of(1, DAY);

        assertThat(items)
                .containsExactly(
                        new ScheduleItem(8001, 42, Examples.NOW),
                        new ScheduleItem(8002, 101, Examples.NOW.plus(Duration.ofHours(1))));
    }

    private static void item(LambdaDslJsonArray items, int id, int show, String start) {
        items.object(item -> {
            item.integerType("id", id);
            item.integerType("show", show);
            item.stringMatcher("runDateTime", DATE_TIME_REGEX, start);
            item.booleanValue("deleted", false);
        });
    }
}
