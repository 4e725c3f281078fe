package dev.treaty.stubs.bench.measurement;

import static dev.treaty.stubs.bench.server.MeasuredServer.BASELINE;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY_WITH_ARCHIVE;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY_WITH_STATE;
import static dev.treaty.stubs.bench.workload.LoadScenario.CREATE_AND_RETRIEVE;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.treaty.stubs.bench.server.ServerInScenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultRowsTest {

    private static final ServerInScenario OURS = new ServerInScenario(TREATY, GET_10);
    private static final ServerInScenario THEIRS = new ServerInScenario(BASELINE, GET_10);

    @Test
    void a_baseline_adds_a_figure_and_a_goal_to_every_row_that_it_can_have() {
        var without = ResultRows.all(false);
        var with = ResultRows.all(true);

        assertThat(without)
                .hasSameSizeAs(with)
                .allSatisfy(row -> assertThat(row.figures(BASELINE)).isEmpty());
        for (var number = 0; number < with.size(); number++) {
            var row = with.get(number);
            if (row.key().equals("create-with-state")) {
                assertThat(row.figures(BASELINE)).isEmpty();
                continue;
            }
            assertThat(row.figures(BASELINE)).as(row.key()).hasSize(1);
            assertThat(row.goals().size())
                    .as(row.key())
                    .isGreaterThan(without.get(number).goals().size());
        }
    }

    @Test
    void five_per_cent_worse_than_the_baseline_is_allowed() {
        assertThat(verdict("get-10", rates(96, 100))).isEqualTo(PerformanceGoal.Verdict.YES);
        assertThat(verdict("get-10", rates(94, 100))).isEqualTo(PerformanceGoal.Verdict.NO);
        assertThat(verdict("start-10", starts(1.04, 1))).isEqualTo(PerformanceGoal.Verdict.YES);
        assertThat(verdict("start-10", starts(1.06, 1))).isEqualTo(PerformanceGoal.Verdict.NO);
    }

    @Test
    void a_start_with_an_archive_is_compared_with_one_without() {
        var results = BenchResults.startups(
                Map.of(OURS, List.of(1.0), new ServerInScenario(TREATY_WITH_ARCHIVE, GET_10), List.of(0.5)));

        assertThat(row("start-archive").needed()).contains(OURS);
        assertThat(row("start-archive").goals(results).get(0)).satisfies(goal -> {
            assertThat(goal.wanted()).isEqualTo("at most 0.8 × without it");
            assertThat(goal.figure()).isEqualTo("0.50 ×");
        });
    }

    @Test
    void creating_with_state_is_compared_with_what_the_contract_s_interactions_do_in_both_builds() {
        var contract = new ServerInScenario(TREATY, CREATE_AND_RETRIEVE);
        var before = new ServerInScenario(BASELINE, CREATE_AND_RETRIEVE);
        var state = new ServerInScenario(TREATY_WITH_STATE, CREATE_AND_RETRIEVE);
        var results = BenchResults.throughputs(
                Map.of(state, throughput(60), contract, throughput(100), before, throughput(80)));

        assertThat(row("create-with-state").needed()).containsExactlyInAnyOrder(contract, before, state);
        assertThat(row("create-with-state").goals(results))
                .extracting(PerformanceGoal::wanted, PerformanceGoal::figure)
                .containsExactly(
                        tuple("at least 0.5 × from interactions", "0.60 ×"),
                        tuple("at least 0.5 × the baseline's from interactions", "0.75 ×"));
    }

    /** The goal that compares with the baseline is the last one of its row. */
    private static PerformanceGoal.Verdict verdict(String key, BenchResults results) {
        var goals = row(key).goals(results);
        return goals.get(goals.size() - 1).verdict();
    }

    private static ResultRow row(String key) {
        return ResultRows.all(true).stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static BenchResults rates(double ours, double theirs) {
        return BenchResults.throughputs(Map.of(OURS, throughput(ours), THEIRS, throughput(theirs)));
    }

    private static Throughput throughput(double rate) {
        return new Throughput(rate, List.of(rate), 1, 2, 3, 0, null);
    }

    private static BenchResults starts(double ours, double theirs) {
        return BenchResults.startups(Map.of(OURS, List.of(ours), THEIRS, List.of(theirs)));
    }
}
