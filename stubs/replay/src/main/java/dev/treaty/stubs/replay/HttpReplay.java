package dev.treaty.stubs.replay;

import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP interaction. Whether a request matches it, and what it answers, is pact-jvm's to say. What is not needed to find it
 * is made when it is first asked, because most interactions of many never are.
 */
final class HttpReplay implements Replay {

    private final Origin origin;
    private final IRequest expected;
    private final IResponse example;
    private final PreparedHeaders headers;
    private volatile @Nullable PreparedAnswer preparedAnswer;
    private volatile boolean isPrepared;

    /**
     * @param expected the interaction's request; the same object for all that expect the same
     * @param example its response; nobody changes its rules any more
     * @param headers the file's
     */
    HttpReplay(Origin origin, IRequest expected, IResponse example, PreparedHeaders headers) {
        this.origin = origin;
        this.expected = expected;
        this.example = example;
        this.headers = headers;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public ContractMapping mapping() {
        return Mappings.of(this);
    }

    IRequest expected() {
        return expected;
    }

    PathPattern path() {
        return PathPattern.of(expected);
    }

    /** How many parts of a request it speaks of: header fields, query parameters, the body. */
    int parts() {
        return expected().getHeaders().size()
                + expected().getQuery().size()
                + (expected().getBody().isMissing() ? 0 : 1);
    }

    IResponse example() {
        return example;
    }

    /** How many matching rules the request has; the fewer, the more exact values it asks for. */
    int rules() {
        var matchingRules = expected().getMatchingRules();
        return matchingRules.getCategories().stream()
                .map(matchingRules::rulesForCategory)
                .mapToInt(category -> category.getMatchingRules().values().stream()
                        .mapToInt(group -> group.getRules().size())
                        .sum())
                .sum();
    }

    /** Whether answers differ from the example. */
    boolean generates() {
        var context = context(URI.create("http://localhost"));
        return Stream.of(Category.STATUS, Category.HEADER, Category.BODY)
                .anyMatch(category ->
                        !example().setupGenerators(category, context).isEmpty());
    }

    /** Whether it does not matter which of the two answers. */
    boolean answersLike(HttpReplay other) {
        var one = example();
        var another = other.example();
        return one.getStatus() == another.getStatus()
                && one.getHeaders().equals(another.getHeaders())
                && one.getBody().equals(another.getBody())
                && one.getGenerators().equals(another.getGenerators());
    }

    @Override
    public Optional<PreparedAnswer> preparedAnswer() {
        if (!isPrepared) {
            preparedAnswer = prepare(); // several may at the same time, with the same result
            isPrepared = true;
        }
        return Optional.ofNullable(preparedAnswer);
    }

    private @Nullable PreparedAnswer prepare() {
        var method = expected().getMethod();
        return generates() || Answers.mayStateLength(method)
                ? null
                : new PreparedAnswer(
                        example.getStatus(),
                        headers.of(example.getHeaders()),
                        Answers.body(example),
                        () -> Answers.of(example, method).build());
    }

    Comparison compare(Request request) {
        try {
            return Comparison.of(this, PartByPart.compare(expected(), request));
        } catch (Exception | StackOverflowError e) {
            // a path in the contract that is no regex, a body that is no XML, lists in lists in lists, and more
            return Comparison.failed(this, e);
        }
    }

    /** A fresh answer, as pact-jvm's mock server makes it. */
    IResponse generate(URI provider) {
        return DefaultResponseGenerator.INSTANCE.generateResponse(
                copy(example()), context(provider), GeneratorTestMode.Consumer, List.of(), Map.of());
    }

    /** pact-jvm generates header fields in place, and concurrent requests share the interaction. */
    private static IResponse copy(IResponse example) {
        return new HttpResponse(
                example.getStatus(),
                new LinkedHashMap<>(example.getHeaders()),
                example.getBody(),
                example.getMatchingRules(),
                example.getGenerators());
    }

    /** What generators may use; pact-jvm writes into it, so each time a new one. */
    private static Map<String, Object> context(URI provider) {
        var context = new HashMap<String, Object>();
        context.put("mockServer", Map.of("href", provider.toString(), "port", provider.getPort()));
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);
        return context;
    }
}
