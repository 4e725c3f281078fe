package dev.treaty.stubs.http.parity;

import java.util.List;
import java.util.Map;
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
 * Whatever the contract and whatever the request: the stub accepts it if pact-jvm's mock server accepts it, and then answers
 * the same, and refuses it otherwise.
 *
 * <p>A try is a contract and {@value ParityTrial#REQUESTS} requests. A disagreement is shown with the contract, the request
 * and the seed, made as small as jqwik can; it belongs into {@link ParityTest} then. The test fails as well if the requests
 * are no longer what they are meant to be: of every kind, and neither too few accepted nor too few refused.
 */
class ParityPropertyTest {

    /** How many of a hundred must be accepted at least, and how many refused. */
    private static final double MANY = 25;

    private static final List<String> IN_BODIES = List.of(
            ("equality,regex,type,type min,type max,type min max,include,integer,decimal,number,boolean,date,time,datetime,timestamp,"
                            + "null,contentType,values,eachKey,eachValue,arrayContains,notEmpty,semver,ignore-order,OR")
                    .split(","));

    private static final List<String> IN_HEADERS = List.of(
            "equality,regex,type,include,integer,decimal,number,boolean,date,time,datetime,null,notEmpty,semver,OR"
                    .split(","));

    /** A parameter's values are compared as a list, too, and to pact-jvm no list is a number, a version or null. */
    private static final List<String> IN_QUERIES = List.of(
            "equality,regex,type,type min,type max,type min max,include,boolean,date,time,eachValue,notEmpty,ignore-order,OR"
                    .split(","));

    /** A path begins with a slash, so it is never a number, a date or a version. */
    private static final List<String> IN_PATHS =
            List.of("equality,regex,type,include,values,null,notEmpty,OR".split(","));

    /** 2,000 requests. The same in each build: what is built again says the same again. */
    @Property(tries = 200, seed = "4", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void the_stub_agrees_with_the_mock_server(@ForAll("conversations") ParityTrial conversation) {
        compare(conversation);
        checkVerdicts();
        checkMatchers(Map.of("body", IN_BODIES));
    }

    /** 100,000 requests, others each night. */
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("nightly")
    void the_stub_agrees_with_the_mock_server_all_night(@ForAll("conversations") ParityTrial conversation) {
        compare(conversation);
        checkVerdicts();
        checkMatchers(Map.of("body", IN_BODIES, "header", IN_HEADERS, "query", IN_QUERIES, "path", IN_PATHS));
        checkChanges();
    }

    @Provide
    Arbitrary<ParityTrial> conversations() {
        return ParityTrial.any();
    }

    private static void compare(ParityTrial conversation) {
        try (var parity = new ParityCheck(conversation.pact())) {
            for (var attempt : conversation.attempts()) {
                var request = conversation.request(attempt);
                var verdict = parity.compare(request).accepted() ? "accepted" : "refused";
                Statistics.label("verdict").collect(verdict);
                request.changes().forEach(change -> Statistics.label("change").collect(change));
                conversation
                        .interaction(attempt)
                        .matchers()
                        .distinct()
                        .forEach(matcher -> Statistics.label("matcher").collect(matcher, verdict));
            }
        }
    }

    private static void checkVerdicts() {
        Statistics.label("verdict").coverage(coverage -> {
            coverage.check("accepted").percentage(percentage -> percentage >= MANY);
            coverage.check("refused").percentage(percentage -> percentage >= MANY);
        });
    }

    /** Each must have let a request pass, and each must have stood beside a refusal. */
    private static void checkMatchers(Map<String, List<String>> matchersByPart) {
        Statistics.label("matcher")
                .coverage(coverage -> matchersByPart.forEach((part, matchers) -> {
                    for (var matcher : matchers) {
                        coverage.check(part + " " + matcher, "accepted").count(count -> count > 0);
                        coverage.check(part + " " + matcher, "refused").count(count -> count > 0);
                    }
                }));
    }

    private static void checkChanges() {
        Statistics.label("change")
                .coverage(coverage -> RequestMutation.KINDS.stream()
                        .flatMap(List::stream)
                        .forEach(change -> coverage.check(change.name()).count(count -> count > 0)));
    }
}
