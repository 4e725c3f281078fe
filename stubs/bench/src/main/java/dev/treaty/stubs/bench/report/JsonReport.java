package dev.treaty.stubs.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treaty.stubs.bench.measurement.BenchResults;
import dev.treaty.stubs.bench.measurement.PerformanceGoal;
import dev.treaty.stubs.bench.measurement.ResultRow;
import dev.treaty.stubs.bench.measurement.Throughput;
import dev.treaty.stubs.bench.measurement.WarmUpWindow;
import dev.treaty.stubs.bench.server.ServerInScenario;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run for programs, in seconds, bytes and requests per second unless the name says otherwise. Omits what was not measured.
 *
 * @param measuredAt ISO 8601, UTC
 */
record JsonReport(String measuredAt, MachineInfo machine, Times times, List<Row> rows, List<Server> servers) {

    /** How long each phase took, in seconds. */
    record Times(long warmUp, long round, int rounds) {}

    /** A row of the table. */
    record Row(String row, String what, List<Goal> goals) {

        static Row of(ResultRow row, BenchResults results) {
            return new Row(
                    row.key(),
                    row.title().replace('\n', ' '),
                    row.goals(results).stream().map(Goal::of).toList());
        }
    }

    /** A goal, and whether it was reached. */
    record Goal(
            String wanted,
            @Nullable Double measured,
            @Nullable Boolean reached) {

        static Goal of(PerformanceGoal goal) {
            return goal.measured().isEmpty()
                    ? new Goal(goal.wanted(), null, null)
                    : new Goal(
                            goal.wanted(),
                            goal.measured().getAsDouble(),
                            goal.verdict() == PerformanceGoal.Verdict.YES);
        }
    }

    /** A server in one scenario. */
    record Server(
            String server,
            String workload,
            int connections,
            @Nullable Throughput throughput,
            @Nullable List<Double> starts,
            @Nullable Map<WarmUpWindow, Throughput> firstSeconds,
            @Nullable Long residentBytes,
            @Nullable String missing) {

        static Server of(ServerInScenario measured, BenchResults results) {
            return new Server(
                    measured.server().toString(),
                    measured.scenario().workload().name(),
                    measured.scenario().connections(),
                    results.throughputs().get(measured),
                    results.startSeconds().get(measured),
                    results.warmUps().get(measured),
                    results.residentBytes().get(measured),
                    results.missing().get(measured));
        }
    }

    static JsonReport of(BenchReport report) {
        var results = report.results();
        var length = report.length();
        return new JsonReport(
                report.measuredAt().toString(),
                report.machine(),
                new Times(length.warmUp().toSeconds(), length.round().toSeconds(), length.rounds()),
                report.rows().stream().map(row -> Row.of(row, results)).toList(),
                results.servers().stream()
                        .map(server -> Server.of(server, results))
                        .toList());
    }

    /** Indented. */
    String json() {
        try {
            return JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .defaultPropertyInclusion(JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                            .build()
                            .writeValueAsString(this)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of numbers and text can be written as JSON", e);
        }
    }
}
