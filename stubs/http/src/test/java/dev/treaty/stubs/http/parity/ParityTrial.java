package dev.treaty.stubs.http.parity;

import dev.treaty.stubs.http.parity.RequestMutation.MutatedRequest;
import dev.treaty.stubs.http.parity.RequestMutation.MutationChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** A contract, and requests that it may or may not accept. */
public record ParityTrial(
        SpecificationVersion specification, List<GeneratedInteraction> interactions, List<Attempt> attempts) {

    /** How many requests are sent to one contract. */
    public static final int REQUESTS = 10;

    /**
     * A request that is near one of the interactions.
     *
     * @param interaction any number
     */
    public record Attempt(int interaction, List<MutationChoice> steps) {}

    /** Any contract, with requests that are near it. */
    public static Arbitrary<ParityTrial> any() {
        return Combinators.combine(
                        Arbitraries.of(SpecificationVersion.values()),
                        anyInteraction().list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.integers().between(0, 31).list().ofSize(5),
                        anyAttempt().list().ofSize(REQUESTS))
                .as((specification, interactions, parts, attempts) ->
                        new ParityTrial(specification, siblings(interactions, parts), attempts));
    }

    /** Short, because a failure shows the contract itself. */
    @Override
    public String toString() {
        return "%d requests to a contract of %s".formatted(attempts.size(), specification);
    }

    public String pact() {
        return specification.pact(interactions);
    }

    public GeneratedInteraction interaction(Attempt attempt) {
        return RequestMutation.pick(interactions, attempt.interaction());
    }

    public MutatedRequest request(Attempt attempt) {
        var request = new MutatedRequest(interaction(attempt).example(), List.of());
        for (var step : attempt.steps()) {
            request = step.apply(request);
        }
        return request;
    }

    /** Those behind the first have some of its parts, so that more than one of them may match. */
    private static List<GeneratedInteraction> siblings(List<GeneratedInteraction> interactions, List<Integer> parts) {
        var siblings = new ArrayList<>(interactions.subList(0, 1));
        IntStream.range(1, interactions.size())
                .mapToObj(i -> interactions.get(i).likeIn(interactions.get(0), parts.get(i)))
                .forEach(siblings::add);
        return siblings;
    }

    private static Arbitrary<Attempt> anyAttempt() {
        var numbers = Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
        var steps = Combinators.combine(numbers, numbers, numbers, numbers).as(MutationChoice::new);
        var count = Arbitraries.frequencyOf(
                Tuple.of(3, steps.list().ofSize(0)),
                Tuple.of(12, steps.list().ofSize(1)),
                Tuple.of(3, steps.list().ofSize(2)));
        return Combinators.combine(Arbitraries.integers().between(0, 4), count).as(Attempt::new);
    }

    private static Arbitrary<GeneratedInteraction> anyInteraction() {
        var methods = Arbitraries.frequency(
                Tuple.of(4, "GET"),
                Tuple.of(6, "POST"),
                Tuple.of(2, "PUT"),
                Tuple.of(1, "DELETE"),
                Tuple.of(1, "PATCH"),
                Tuple.of(1, "HEAD"),
                Tuple.of(1, "OPTIONS"),
                Tuple.of(1, "post"));
        return Combinators.combine(
                        methods,
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.of(ExpectedPart.PATHS)),
                                Tuple.of(3, Arbitraries.of(ExpectedPart.PLAIN_PATHS))),
                        parts(ExpectedPart.PARAMETERS),
                        parts(ExpectedPart.FIELDS),
                        anyBody(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 99))
                .as(GeneratedInteraction::new);
    }

    private static Arbitrary<List<ExpectedPart>> parts(List<ExpectedPart> samples) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of())),
                Tuple.of(
                        2,
                        Arbitraries.of(samples)
                                .list()
                                .uniqueElements(part -> part.name().toLowerCase(Locale.ROOT))
                                .ofMinSize(1)
                                .ofMaxSize(3)));
    }

    private static Arbitrary<ExpectedBody> anyBody() {
        var types = Arbitraries.frequency(
                Tuple.of(6, "application/json"),
                Tuple.of(1, "application/json; charset=UTF-8"),
                Tuple.of(1, "application/vnd.x+json"),
                Tuple.of(1, ""));
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(ExpectedBody.NO_BODIES)),
                Tuple.of(9, Combinators.combine(ExpectedJson.all(), types).as(ExpectedJson::body)),
                Tuple.of(5, Arbitraries.of(ExpectedBody.FORMS)),
                Tuple.of(2, Arbitraries.of(ExpectedBody.XML)),
                Tuple.of(2, Arbitraries.of(ExpectedBody.TEXTS)),
                Tuple.of(2, Arbitraries.of(ExpectedBody.BINARIES)));
    }
}
