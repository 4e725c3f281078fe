package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.Statistics;
import dev.treaty.consumer.environmentconsole.connection.ProblemType;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class StatisticsPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsCompleted(PactDslWithProvider cloner) {
        return statistics(
                ProviderStates.clone(cloner, "a clone is completed", "cln_43"),
                "a request for the statistics of a clone",
                "cln_43",
                newJsonBody(statistics -> {
                            statistics.arrayContaining(
                                    "tables",
                                    tables -> tables.object(table -> {
                                        table.stringValue("name", "reservations.reservations");
                                        table.integerMatching("rows", "[1-9]\\d*", 200_000);
                                        table.integerMatching("anonymised", "[1-9]\\d*", 200_000);
                                        table.integerMatching("bytes", "[1-9]\\d*", 31_457_280);
                                    }));
                            statistics.minArrayLike(
                                    "schemaChanges",
                                    0,
                                    PactDslJsonRootValue.stringMatcher(ClonerContract.MIGRATION, "V4 audit"),
                                    1);
                            statistics.stringMatcher("duration", ClonerContract.DURATION, "PT12.5S");
                            statistics.integerMatching("rowsPerSecond", "[1-9]\\d*", 88_000);
                            statistics.integerMatching("foreignKeysChecked", "[1-9]\\d*", 7);
                            statistics.numberValue("survivors", 0);
                        })
                        .build());
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsCompleted")
    void statistics_say_what_was_copied_and_that_nothing_personal_survived(MockServer cloner) {
        assertThat(at(cloner).clones().statistics("cln_43"))
                .isEqualTo(new Statistics(
                        List.of(new Statistics.Table("reservations.reservations", 200_000, 200_000, 31_457_280)),
                        List.of("V4 audit"),
                        Duration.ofMillis(12_500),
                        88_000,
                        7,
                        0));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact sourceWasEmpty(PactDslWithProvider cloner) {
        return statistics(
                ProviderStates.clone(cloner, "a clone of an empty source is completed", "cln_50"),
                "a request for the statistics of a clone of an empty source",
                "cln_50",
                newJsonBody(statistics -> {
                            statistics.minArrayLike("tables", 1, table -> {
                                table.stringMatcher("name", ClonerContract.TABLE, "reservations.reservations");
                                table.numberValue("rows", 0);
                                table.numberValue("anonymised", 0);
                                table.numberValue("bytes", 0);
                            });
                            statistics.minArrayLike(
                                    "schemaChanges",
                                    0,
                                    PactDslJsonRootValue.stringMatcher(ClonerContract.MIGRATION, "V4 audit"),
                                    1);
                            statistics.stringMatcher("duration", ClonerContract.DURATION, "PT1.5S");
                            statistics.numberValue("rowsPerSecond", 0);
                            statistics.integerMatching("foreignKeysChecked", "[1-9]\\d*", 7);
                            statistics.numberValue("survivors", 0);
                        })
                        .build());
    }

    @Test
    @PactTestFor(pactMethod = "sourceWasEmpty")
    void an_empty_source_is_copied_as_well(MockServer cloner) {
        var statistics = at(cloner).clones().statistics("cln_50");

        assertThat(statistics.tables())
                .allSatisfy(table -> assertThat(table.rows()).isZero());
        assertThat(statistics.rowsPerSecond()).isZero();
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsRunning(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.clone(cloner, "a clone is copying", "cln_42"),
                        "a request for the statistics of a clone that is running",
                        "GET",
                        "/clones/${clone}/statistics",
                        Map.of("clone", "cln_42"))
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(problem(
                        "clone-is-running",
                        409,
                        "The clone is not over",
                        "Clone cln_42 is copying",
                        "ask again when it is over"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsRunning")
    void statistics_exist_only_after_the_end(MockServer cloner) {
        var clones = at(cloner).clones();

        assertThatThrownBy(() -> clones.statistics("cln_42"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.CLONE_IS_RUNNING));
    }

    private static V4Pact statistics(PactDslWithState state, String description, String clone, DslPart body) {
        return call(state, description, "GET", "/clones/${clone}/statistics", Map.of("clone", clone))
                .willRespondWith()
                .status(200)
                .body(body)
                .toPact(V4Pact.class);
    }
}
