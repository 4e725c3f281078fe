package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that were created with the states of an interaction, inserted where the contract's provider-state generators refer to them
 * (<a href="https://docs.pact.io/implementation_guides/jvm/provider#provider-state-generators">Pact, provider-state generators</a>).
 *
 * @param values by name, e.g. {@code accessToken}; never printed, because they may be secrets
 */
public record StateValues(Map<String, @Nullable Object> values) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    /** The request with real values instead of examples. */
    public IRequest request(SynchronousHttp interaction) {
        var request = interaction.getRequest();
        checkComplete(interaction, request.getGenerators());
        return request.generatedRequest(context(), GeneratorTestMode.Provider);
    }

    /** The interaction with real values where its response contains examples of them. Examples of other generators stay. */
    public SynchronousHttp response(SynchronousHttp interaction) {
        var response = interaction.getResponse();
        var generators = onlyProviderState(response.getGenerators());
        if (generators.getCategories().isEmpty()) {
            return interaction;
        }
        checkComplete(interaction, generators);
        var expected = new HttpResponse(
                response.getStatus(),
                response.getHeaders(),
                response.getBody(),
                response.getMatchingRules(),
                generators);
        var generated = DefaultResponseGenerator.INSTANCE.generateResponse(
                expected, context(), GeneratorTestMode.Provider, List.of(), Map.of());
        return new SynchronousHttp(
                interaction.getKey(),
                interaction.getDescription(),
                interaction.getProviderStates(),
                interaction.getRequest(),
                new HttpResponse(
                        generated.getStatus(),
                        generated.getHeaders(),
                        generated.getBody(),
                        generated.getMatchingRules(),
                        new Generators()));
    }

    private Map<String, Object> context() {
        var context = new HashMap<String, Object>();
        context.put("providerState", values);
        return context;
    }

    private static Generators onlyProviderState(Generators generators) {
        var kept = new HashMap<Category, Map<String, Generator>>();
        generators.getCategories().forEach((category, byPath) -> {
            var ofStates = new HashMap<String, Generator>();
            byPath.forEach((path, generator) -> {
                if (generator instanceof ProviderStateGenerator) {
                    ofStates.put(path, generator);
                }
            });
            if (!ofStates.isEmpty()) {
                kept.put(category, ofStates);
            }
        });
        return new Generators(kept);
    }

    /** pact-jvm would send an empty string for a missing value. */
    private void checkComplete(SynchronousHttp interaction, Generators generators) {
        generators.getCategories().values().stream()
                .flatMap(byPath -> byPath.values().stream())
                .filter(ProviderStateGenerator.class::isInstance)
                .map(generator -> ((ProviderStateGenerator) generator).getExpression())
                .flatMap(expression -> names(expression).stream())
                .filter(name -> values.get(name) == null)
                .findFirst()
                .ifPresent(name -> {
                    throw new StateChangeFailed(
                            "The contract needs ${%s}, which no state returned.".formatted(name),
                            "\"%s\"; returned: %s"
                                    .formatted(
                                            interaction.getDescription(),
                                            values.keySet().stream().sorted().toList()),
                            "return it from one of the states: a @State method as Map.of(\"%1$s\", …), a state-change URL as {\"%1$s\": …}"
                                    .formatted(name));
                });
    }

    private static List<String> names(String expression) {
        return expression.contains("${")
                ? EXPRESSION
                        .matcher(expression)
                        .results()
                        .map(match -> match.group(1))
                        .toList()
                : List.of(expression);
    }

    /** Omits the values. */
    @Override
    public String toString() {
        return "StateValues" + values.keySet();
    }
}
