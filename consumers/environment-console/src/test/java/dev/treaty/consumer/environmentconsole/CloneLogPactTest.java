package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.LogEntry;
import dev.treaty.consumer.environmentconsole.clones.LogLevel;
import dev.treaty.consumer.environmentconsole.clones.LogPage;
import dev.treaty.consumer.environmentconsole.clones.Phase;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class CloneLogPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact firstPage(PactDslWithProvider cloner) {
        return call(
                        completed(cloner),
                        "a request for the first page of a clone's log",
                        "GET",
                        LOG,
                        Map.of("clone", "cln_43"))
                .matchQuery("level", ClonerContract.LEVELS, "info")
                .matchQuery("limit", LIMIT, "2")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> {
                            page.array(
                                    "entries",
                                    entries -> entries.object(entry -> entry(entry, 1, "info", REQUESTED))
                                            .object(entry -> entry(
                                                    entry, 2, "info", "checking", "The source can only be read")));
                            page.stringMatcher("next", ClonerContract.CURSOR, "2");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "firstPage")
    void a_log_has_pages(MockServer cloner) {
        var page = at(cloner).clones().log("cln_43", LogLevel.INFO, 2, Optional.empty());

        assertThat(page)
                .isEqualTo(new LogPage(
                        List.of(
                                new LogEntry(
                                        1, Examples.NOW, LogLevel.INFO, Optional.empty(), REQUESTED, Optional.empty()),
                                new LogEntry(
                                        2,
                                        Examples.NOW,
                                        LogLevel.INFO,
                                        Optional.of(Phase.CHECKING),
                                        "The source can only be read",
                                        Optional.empty())),
                        Optional.of("2")));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact lastPage(PactDslWithProvider cloner) {
        return call(
                        completed(cloner),
                        "a request for the last page of a clone's log",
                        "GET",
                        LOG,
                        Map.of("clone", "cln_43"))
                .matchQuery("level", ClonerContract.LEVELS, "info")
                .matchQuery("limit", LIMIT, "1000")
                .queryParameterFromProviderState("after", "${cursor}", "2")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> page.arrayContaining(
                                "entries",
                                entries -> entries.object(entry -> {
                                    entry(entry, 3, "info", "copying", "The table is copied");
                                    entry.stringMatcher("table", ClonerContract.TABLE, "reservations.reservations");
                                })))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "lastPage")
    void the_last_page_of_a_clone_that_is_over_has_no_cursor(MockServer cloner) {
        var page = at(cloner).clones().log("cln_43", LogLevel.INFO, 1_000, Optional.of("2"));

        assertThat(page)
                .isEqualTo(new LogPage(
                        List.of(new LogEntry(
                                3,
                                Examples.NOW,
                                LogLevel.INFO,
                                Optional.of(Phase.COPYING),
                                "The table is copied",
                                Optional.of("reservations.reservations"))),
                        Optional.empty()));
    }

    /** So the console can follow it: there is always a cursor to ask with again. */
    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact nothingNew(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.ready(cloner)
                                .given(
                                        "a clone is copying",
                                        Map.of(
                                                "clone",
                                                "cln_42",
                                                "source",
                                                PRODUCTION,
                                                "target",
                                                TRAINING,
                                                "cursor",
                                                "7")),
                        "a request for the news in the log of a clone that is copying",
                        "GET",
                        LOG,
                        Map.of("clone", "cln_42"))
                .matchQuery("level", ClonerContract.LEVELS, "info")
                .matchQuery("limit", LIMIT, "1000")
                .queryParameterFromProviderState("after", "${cursor}", "7")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> {
                            page.array("entries", entries -> {});
                            page.stringMatcher("next", ClonerContract.CURSOR, "7");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "nothingNew")
    void a_log_can_be_followed_while_nothing_happens(MockServer cloner) {
        var page = at(cloner).clones().log("cln_42", LogLevel.INFO, 1_000, Optional.of("7"));

        assertThat(page).isEqualTo(new LogPage(List.of(), Optional.of("7")));
    }

    private static final String LOG = "/clones/${clone}/log";
    /** While it waits, a clone is in no phase. */
    private static final String REQUESTED = "usr_42 asked for a clone of production into training";

    private static final String LIMIT = "[1-9]\\d{0,3}";

    /** The cursor is that of the second entry. */
    private static PactDslWithState completed(PactDslWithProvider cloner) {
        return ProviderStates.ready(cloner)
                .given(
                        "a clone is completed",
                        Map.of("clone", "cln_43", "source", PRODUCTION, "target", TRAINING, "cursor", "2"));
    }

    private static void entry(LambdaDslObject entry, int number, String level, String phase, String message) {
        entry(entry, number, level, message);
        entry.stringMatcher("phase", ClonerContract.PHASES, phase);
    }

    private static void entry(LambdaDslObject entry, int number, String level, String message) {
        entry.integerType("number", number);
        entry.stringMatcher("time", ClonerContract.TIME, Examples.NOW.toString());
        entry.stringValue("level", level);
        entry.stringType("message", message);
    }
}
