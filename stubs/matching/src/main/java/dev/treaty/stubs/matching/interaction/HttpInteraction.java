package dev.treaty.stubs.matching.interaction;

import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import dev.treaty.pacts.files.BodyText;
import dev.treaty.stubs.matching.bodies.ExpectedForm;
import dev.treaty.stubs.matching.request.Lazy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP interaction. pact-jvm decides whether a request matches it and what it responds. What is not needed to find it is
 * computed when it first responds, because most interactions never do.
 */
public final class HttpInteraction implements ReplayedInteraction {

    private static final AtomicLongFieldUpdater<HttpInteraction> USES =
            AtomicLongFieldUpdater.newUpdater(HttpInteraction.class, "uses");

    private final InteractionOrigin origin;
    private final IRequest expected;
    private final IResponse example;
    private final Lazy<Optional<ExpectedForm>> form;
    private volatile @Nullable Object attachment;
    private volatile long uses;

    /**
     * @param expected the request; the same object for all interactions that expect an equal one
     * @param example the response; its matching rules must not be changed any more
     */
    public HttpInteraction(InteractionOrigin origin, IRequest expected, IResponse example) {
        this.origin = origin;
        this.expected = expected;
        this.example = example;
        form = new Lazy<>(() -> ExpectedForm.of(expected));
    }

    @Override
    public InteractionOrigin origin() {
        return origin;
    }

    @Override
    public void countUse() {
        USES.getAndIncrement(this);
    }

    @Override
    public long uses() {
        return uses;
    }

    /** The request that the contract expects. */
    public IRequest expected() {
        return expected;
    }

    /** The form that the contract expects; empty if it expects none. */
    public Optional<ExpectedForm> form() {
        return form.get();
    }

    /** The response as the contract has it, before generators are applied. */
    public IResponse example() {
        return example;
    }

    /** How many parts of a request it mentions: headers, query parameters, the body. */
    public int partCount() {
        return expected.getHeaders().size()
                + expected.getQuery().size()
                + (expected.getBody().isMissing() ? 0 : 1);
    }

    /** How many matching rules its request has; the fewer, the more exact values it expects. */
    public int ruleCount() {
        var matchingRules = expected.getMatchingRules();
        return matchingRules.getCategories().stream()
                .map(matchingRules::rulesForCategory)
                .mapToInt(category -> category.getMatchingRules().values().stream()
                        .mapToInt(group -> group.getRules().size())
                        .sum())
                .sum();
    }

    /** Whether the example of the request has this id in its path, its query or its body. */
    public boolean names(String id) {
        return isIn(expected.getPath(), id)
                || expected.getQuery().values().stream()
                        .anyMatch(values -> values.stream().anyMatch(value -> isIn(value, id)))
                || isIn(expected.getBody().valueAsString(), id);
    }

    /** Whether a text has the id, not followed by more of a word. */
    private static boolean isIn(@Nullable String text, String id) {
        if (text == null) {
            return false;
        }
        var index = text.indexOf(id);
        while (index >= 0) {
            var end = index + id.length();
            if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end))) {
                return true;
            }
            index = text.indexOf(id, index + 1);
        }
        return false;
    }

    /** Whether generators make each response different from the example. */
    public boolean hasGenerators() {
        var run = new GeneratorRun(origin);
        return Stream.of(Category.STATUS, Category.HEADER, Category.BODY)
                .anyMatch(category -> !of(category, run).isEmpty());
    }

    /** Whether it makes no difference to the client which of the two responds. */
    public boolean respondsLike(HttpInteraction other) {
        var one = example;
        var another = other.example;
        return one.getStatus() == another.getStatus()
                && one.getHeaders().equals(another.getHeaders())
                && isSameBody(one, another)
                && one.getGenerators().equals(another.getGenerators());
    }

    /** Two JSON texts whose members are in another order say the same (RFC 8259, section 1). */
    private static boolean isSameBody(IResponse one, IResponse another) {
        return one.getBody().equals(another.getBody())
                || (isJson(one) && isJson(another) && json(one).equals(json(another)));
    }

    private static boolean isJson(IResponse response) {
        return response.getBody().isPresent() && response.determineContentType().isJson();
    }

    /** The value of the body, or its text if it has none. */
    private static Object json(IResponse response) {
        var text = response.getBody().valueAsString();
        try {
            return BodyText.read(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * A fresh response with generators applied, as pact-jvm's mock server makes it.
     *
     * @throws GeneratorFailure if one of them fails
     */
    public IResponse generate(URI provider) {
        var run = new GeneratorRun(origin);
        run.context().put("mockServer", Map.of("href", provider.toString(), "port", provider.getPort()));
        return new HttpResponse(
                run.status(of(Category.STATUS, run), example.getStatus()),
                run.headers(of(Category.HEADER, run), example.getHeaders()),
                run.body(of(Category.BODY, run), example.getBody(), example.determineContentType()),
                example.getMatchingRules(),
                example.getGenerators());
    }

    private Map<String, Generator> of(Category category, GeneratorRun run) {
        return example.setupGenerators(category, run.context());
    }

    /**
     * What a server has prepared for this interaction. It is kept here so that it is found without a lookup and is forgotten with the
     * interaction; concurrent callers may prepare it more than once.
     */
    public <T> T attachment(Class<T> type, Function<HttpInteraction, T> prepare) {
        var known = attachment;
        if (known == null) {
            known = prepare.apply(this);
            attachment = known;
        }
        return type.cast(known);
    }
}
