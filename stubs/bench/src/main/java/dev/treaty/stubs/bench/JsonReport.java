package dev.treaty.stubs.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A run for programs. Seconds, bytes and requests a second, unless the name says otherwise; what was not measured is left out.
 *
 * @param measuredAt ISO 8601, UTC
 */
record JsonReport(String measuredAt, MachineInfo machine, Times times, List<Line> rows, List<Measured> servers) {

    private static final Map<PerformanceGoal.Verdict, Boolean> REACHED =
            Map.of(PerformanceGoal.Verdict.YES, true, PerformanceGoal.Verdict.NO, false);

    /** How long what was done, in seconds. */
    record Times(long warmUp, long round, int rounds) {}

    /** A line of the table. */
    record Line(String row, String what, List<Reached> goals) {}

    /** A goal, and what became of it. */
    record Reached(
            String wanted,
            @Nullable Double measured,
            @Nullable Boolean reached) {}

    /** A server with a workload. */
    record Measured(
            String server,
            String workload,
            int connections,
            @Nullable Throughput throughput,
            @Nullable List<Double> starts,
            @Nullable Long residentBytes,
            @Nullable String missing) {}

    static JsonReport of(BenchReport report) {
        var results = report.results();
        var settings = report.settings();
        var servers = new ArrayList<Measured>();
        for (var subject : results.subjects()) {
            servers.add(new Measured(
                    subject.server().toString(),
                    subject.scenario().workload().name(),
                    subject.scenario().connections(),
                    results.throughputs().get(subject),
                    results.startSeconds().get(subject),
                    results.residentBytes().get(subject),
                    results.missing().get(subject)));
        }
        return new JsonReport(
                report.measuredAt().toString(),
                report.machine(),
                new Times(settings.warmUp().toSeconds(), settings.round().toSeconds(), settings.rounds()),
                report.rows().stream()
                        .map(row -> new Line(
                                row.key(),
                                row.title().replace('\n', ' '),
                                row.goals(results).stream()
                                        .map(JsonReport::reached)
                                        .toList()))
                        .toList(),
                servers);
    }

    private static Reached reached(PerformanceGoal goal) {
        return new Reached(goal.wanted(), boxed(goal.measured()), REACHED.get(goal.verdict()));
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /** The whole, indented. */
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
