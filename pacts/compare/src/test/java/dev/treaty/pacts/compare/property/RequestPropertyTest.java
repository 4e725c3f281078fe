package dev.treaty.pacts.compare.property;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.compare.interaction.ContractComparison;
import dev.treaty.pacts.compare.interaction.RequestChange;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** If compare says that a stub answers the same requests or more, pact-jvm accepts every request for the second contract that it accepts for the first. */
class RequestPropertyTest {

    private static final int REQUESTS = 6;

    @Test
    void requests_that_are_said_to_be_answered_are_answered() {
        check(0, 2_000);
    }

    /** Others every night. */
    @Test
    @Tag("nightly")
    void requests_that_are_said_to_be_answered_are_answered_all_night() {
        check(System.currentTimeMillis() * 1_000, 50_000);
    }

    private static void check(long firstSeed, int cases) {
        var trials = LongStream.range(firstSeed, firstSeed + cases)
                .parallel()
                .mapToObj(RequestPropertyTest::trial)
                .toList();

        assertThat(trials.stream()
                        .flatMap(trial -> trial.contradictions().stream())
                        .limit(5))
                .isEmpty();
        var kinds = new EnumMap<RequestChange.Kind, Integer>(RequestChange.Kind.class);
        trials.forEach(trial -> kinds.merge(trial.kind(), 1, Integer::sum));
        assertThat(kinds).as("what was said").satisfies(counts -> {
            assertThat(counts.get(RequestChange.Kind.MORE)).isGreaterThan(cases / 20);
            assertThat(counts.get(RequestChange.Kind.REFUSED)).isGreaterThan(cases / 5);
        });
        System.out.printf("%,d requests of contracts compared: %s%n", cases, kinds);
    }

    private static Trial trial(long seed) {
        var random = new Random(seed);
        var before = RandomRequest.any(random);
        var after = before.changed(random);
        var pactBefore = before.pact();
        var pactAfter = after.pact();
        var kind = ContractComparison.changes(pactBefore, pactAfter)
                .get(0)
                .request()
                .kind();
        if (kind != RequestChange.Kind.SAME && kind != RequestChange.Kind.MORE) {
            return new Trial(kind, List.of());
        }
        var contradictions = Stream.generate(() -> (random.nextBoolean() ? before : after).like(random))
                .limit(REQUESTS)
                .filter(request -> isAnswered(pactBefore, request) && !isAnswered(pactAfter, request))
                .map(request -> "seed %d: %s, but refused: %s%n  before: %s%n  after:  %s"
                        .formatted(seed, kind, request, before, after))
                .toList();
        return new Trial(kind, contradictions);
    }

    private static boolean isAnswered(V4Pact pact, Request request) {
        try {
            var interaction = (SynchronousHttp) pact.getInteractions().get(0);
            return RequestMatching.requestMismatches(pact, interaction, request).matchedOk();
        } catch (Exception e) { // of many types
            return false;
        }
    }

    private record Trial(RequestChange.Kind kind, List<String> contradictions) {}
}
