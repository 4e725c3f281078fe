package dev.treaty.stubs.replay;

import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** An HTTP interaction. Whether a request matches it, and what it answers, is pact-jvm's to say. */
final class HttpReplay implements Replay {

    private final Origin origin;
    private final SynchronousRequestResponse interaction;
    private final V4Pact onlyThis;
    private final PathPattern path;
    private final int rules;
    private final boolean generates;
    private final StubMapping mapping;

    HttpReplay(Origin origin, V4Interaction.SynchronousHttp interaction) {
        this.origin = origin;
        this.interaction = interaction;
        // pact-jvm's cost grows with the pact that it is handed, so it is handed a small one
        onlyThis = new V4Pact(
                origin.file().pact().getConsumer(),
                origin.file().pact().getProvider(),
                List.of(interaction),
                origin.file().pact().getMetadata());
        touchRules(interaction);
        path = PathPattern.of(expected());
        rules = countRules();
        generates = Stream.of(Category.STATUS, Category.HEADER, Category.BODY)
                .anyMatch(category -> !interaction
                        .getResponse()
                        .setupGenerators(category, context(URI.create("http://localhost")))
                        .isEmpty());
        mapping = Mappings.of(this);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public StubMapping mapping() {
        return mapping;
    }

    IRequest expected() {
        return interaction.getRequest();
    }

    PathPattern path() {
        return path;
    }

    /** How many parts of a request it speaks of: header fields, query parameters, the body. */
    int parts() {
        return expected().getHeaders().size()
                + expected().getQuery().size()
                + (expected().getBody().isMissing() ? 0 : 1);
    }

    /** How many matching rules the request has; the fewer, the more exact values it asks for. */
    int rules() {
        return rules;
    }

    /** Whether answers differ from the example. */
    boolean generates() {
        return generates;
    }

    IResponse example() {
        return interaction.getResponse();
    }

    Comparison compare(Request request) {
        try {
            return Comparison.of(this, RequestMatching.requestMismatches(onlyThis, interaction, request));
        } catch (Exception e) {
            // a path in the contract that is no regex, a body that is no XML, and more; some are checked and undeclared
            return Comparison.failed(this, e);
        }
    }

    /** A fresh answer, as pact-jvm's mock server makes it. */
    IResponse generate(URI provider) {
        return DefaultResponseGenerator.INSTANCE.generateResponse(
                example(), context(provider), GeneratorTestMode.Consumer, List.of(), Map.of());
    }

    /** What generators may use; pact-jvm writes into it, so each time a new one. */
    private static Map<String, Object> context(URI provider) {
        var context = new HashMap<String, Object>();
        context.put("mockServer", Map.of("href", provider.toString(), "port", provider.getPort()));
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);
        return context;
    }

    /** pact-jvm adds a category of rules to a plain map when it is first read, and requests are compared concurrently. */
    private static void touchRules(V4Interaction.SynchronousHttp interaction) {
        for (var category : Category.values()) {
            var name = category.name().toLowerCase(Locale.ROOT);
            interaction.getRequest().getMatchingRules().rulesForCategory(name);
            interaction.getResponse().getMatchingRules().rulesForCategory(name);
        }
    }

    private int countRules() {
        var matchingRules = expected().getMatchingRules();
        return matchingRules.getCategories().stream()
                .map(matchingRules::rulesForCategory)
                .mapToInt(category -> category.getMatchingRules().values().stream()
                        .mapToInt(group -> group.getRules().size())
                        .sum())
                .sum();
    }
}
