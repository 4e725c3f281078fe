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

/** One try of the property: a contract, and requests that it may or may not accept. */
public record ParityTrial(
        SpecificationVersion specification, List<GeneratedInteraction> interactions, List<Variant> variants) {

    /** The number of requests that are sent to one contract. */
    public static final int REQUESTS = 10;

    /**
     * A request like that of one interaction, with a few differences.
     *
     * @param interaction chooses the interaction; any number
     */
    public record Variant(int interaction, List<MutationChoice> mutations) {}

    /** Any contract, with requests that nearly match it. */
    public static Arbitrary<ParityTrial> any() {
        return Combinators.combine(
                        Arbitraries.of(SpecificationVersion.values()),
                        anyInteraction().list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.integers().between(0, 31).list().ofSize(5),
                        anyVariant().list().ofSize(REQUESTS))
                .as((specification, interactions, parts, variants) ->
                        new ParityTrial(specification, withSharedParts(interactions, parts), variants));
    }

    /** Short, because a failure prints the contract anyway. */
    @Override
    public String toString() {
        return "%d requests to a contract of %s".formatted(variants.size(), specification);
    }

    public String pact() {
        return specification.pact(interactions);
    }

    public GeneratedInteraction interaction(Variant variant) {
        return RequestMutation.pick(interactions, variant.interaction());
    }

    public MutatedRequest request(Variant variant) {
        var request = new MutatedRequest(interaction(variant).example(), List.of());
        for (var mutation : variant.mutations()) {
            request = mutation.apply(request);
        }
        return request;
    }

    /** Interactions after the first share some of its parts, so that more than one may match a request. */
    private static List<GeneratedInteraction> withSharedParts(
            List<GeneratedInteraction> interactions, List<Integer> parts) {
        var withSharedParts = new ArrayList<>(interactions.subList(0, 1));
        IntStream.range(1, interactions.size())
                .mapToObj(i -> interactions.get(i).withPartsOf(interactions.get(0), parts.get(i)))
                .forEach(withSharedParts::add);
        return withSharedParts;
    }

    private static Arbitrary<Variant> anyVariant() {
        var numbers = Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
        var mutations = Combinators.combine(numbers, numbers, numbers, numbers).as(MutationChoice::new);
        var count = Arbitraries.frequencyOf(
                Tuple.of(3, mutations.list().ofSize(0)),
                Tuple.of(12, mutations.list().ofSize(1)),
                Tuple.of(3, mutations.list().ofSize(2)));
        return Combinators.combine(Arbitraries.integers().between(0, 4), count).as(Variant::new);
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
