package dev.treaty.stubs.http.parity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * For any contract and any request: if pact-jvm's mock server accepts the request, the stub accepts it with the same response; if not,
 * the stub refuses it.
 *
 * <p>A try is a contract and {@value ParityTrial#REQUESTS} requests. A disagreement is reported with the contract, the request and the
 * seed, shrunk as far as jqwik can; it then belongs in {@link ParityTest}. The test also fails if the requests are not varied enough: all
 * kinds must occur, and neither too few may be accepted nor too few refused.
 */
class ParityPropertyTest {

    /** A path begins with a slash, so that it is never null. */
    private static final Set<String> NEVER_ACCEPTED = Set.of("path null");

    /** At least this percentage must be accepted, and at least this percentage refused. */
    private static final double MINIMUM_PERCENTAGE = 25;

    private static final List<String> IN_BODIES = List.of(
            ("equality,regex,type,type min,type max,type min max,include,integer,decimal,number,boolean,date,time,datetime,timestamp,"
                            + "null,contentType,values,eachKey,eachValue,arrayContains,notEmpty,semver,ignore-order,OR")
                    .split(","));

    private static final List<String> IN_HEADERS = List.of(
            "equality,regex,type,include,integer,decimal,number,boolean,date,time,datetime,null,notEmpty,semver,OR"
                    .split(","));

    /** pact-jvm also compares a parameter's values as a list, and a list is never a number, a version or null. */
    private static final List<String> IN_QUERIES = List.of(
            "equality,regex,type,type min,type max,type min max,include,boolean,date,time,eachValue,notEmpty,ignore-order,OR"
                    .split(","));

    /** A path starts with a slash, so it is never a number, a date or a version. */
    private static final List<String> IN_PATHS =
            List.of("equality,regex,type,include,values,null,notEmpty,OR".split(","));

    /** 2,000 requests. The same in every build, so that a build can be repeated. */
    @Property(tries = 200, seed = "4", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void the_stub_agrees_with_the_mock_server(@ForAll("trials") ParityTrial trial) {
        compare(trial);
        checkOutcomes();
        checkMatchers(Map.of("body", IN_BODIES));
    }

    /** 100,000 requests, different ones every night. */
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("nightly")
    void the_stub_agrees_with_the_mock_server_all_night(@ForAll("trials") ParityTrial trial) {
        compare(trial);
        checkOutcomes();
        checkMatchers(Map.of("body", IN_BODIES, "header", IN_HEADERS, "query", IN_QUERIES, "path", IN_PATHS));
        checkMutations();
    }

    @Provide
    Arbitrary<ParityTrial> trials() {
        return ParityTrial.any();
    }

    private static void compare(ParityTrial trial) {
        try (var parity = new ParityCheck(trial.pact())) {
            for (var variant : trial.variants()) {
                var request = trial.request(variant);
                var outcome = parity.compare(request).accepted() ? "accepted" : "refused";
                Statistics.label("outcome").collect(outcome);
                request.mutations()
                        .forEach(mutation -> Statistics.label("mutation").collect(mutation));
                trial.interaction(variant)
                        .matchers()
                        .distinct()
                        .forEach(matcher -> Statistics.label("matcher").collect(matcher, outcome));
            }
        }
    }

    private static void checkOutcomes() {
        Statistics.label("outcome").coverage(coverage -> {
            coverage.check("accepted").percentage(percentage -> percentage >= MINIMUM_PERCENTAGE);
            coverage.check("refused").percentage(percentage -> percentage >= MINIMUM_PERCENTAGE);
        });
    }

    /** Each matcher must have occurred in an interaction of an accepted request, if it accepts any, and in one of a refused request. */
    private static void checkMatchers(Map<String, List<String>> matchersByPart) {
        Statistics.label("matcher")
                .coverage(coverage -> matchersByPart.forEach((part, matchers) -> {
                    for (var matcher : matchers) {
                        if (!NEVER_ACCEPTED.contains(part + " " + matcher)) {
                            coverage.check(part + " " + matcher, "accepted").count(count -> count > 0);
                        }
                        coverage.check(part + " " + matcher, "refused").count(count -> count > 0);
                    }
                }));
    }

    private static void checkMutations() {
        Statistics.label("mutation")
                .coverage(coverage -> RequestMutation.KINDS.stream()
                        .flatMap(List::stream)
                        .forEach(mutation -> coverage.check(mutation.name()).count(count -> count > 0)));
    }
}
