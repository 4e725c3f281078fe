package dev.treaty.stubs.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The draft of a recording test: a {@code @Pact} method and the test that sends its request. It compiles as it is in the module of a
 * consumer, passes, and records an interaction that the lint accepts; what only the consumer's team knows, comments ask for: which
 * client makes the call, what it makes of the response, and what must exist before.
 *
 * <p>Secrets are replaced by placeholders, and headers that say nothing about the client's needs are left out.
 */
public final class InteractionDraft {

    private final String consumer;
    private final String provider;
    private final DraftedRequest request;
    private final ObservedResponse response;
    private final String description;
    private final List<ProviderState> states;

    private InteractionDraft(
            String consumer,
            String provider,
            DraftedRequest request,
            ObservedResponse response,
            String description,
            List<ProviderState> states) {
        this.consumer = consumer;
        this.provider = provider;
        this.request = request;
        this.response = response;
        this.description = description;
        this.states = List.copyOf(states);
    }

    /**
     * Drafts an interaction.
     *
     * @param consumer who sends the request, e.g. {@code "billing"}
     * @param provider who responds, e.g. {@code "stripe"}
     */
    public static InteractionDraft of(
            String consumer, String provider, ObservedRequest request, ObservedResponse response) {
        var drafted = DraftedRequest.of(request);
        var description = "a request to %s %s".formatted(drafted.method(), drafted.path());
        return new InteractionDraft(consumer, provider, drafted, response, description, List.of());
    }

    /** The same with another description, e.g. {@code "a request to capture a payment"}. */
    public InteractionDraft describedAs(String phrase) {
        return new InteractionDraft(consumer, provider, request, response, phrase, states);
    }

    /**
     * The same with one more provider state. Without any, the draft guesses one from the path.
     *
     * @param params values by name; the lint demands at least one
     */
    public InteractionDraft given(String state, Map<String, String> params) {
        var more = new ArrayList<>(states);
        more.add(new ProviderState(state, params));
        return new InteractionDraft(consumer, provider, request, response, description, more);
    }

    /** The simple name of the test class, e.g. {@code "GetV1ChargesPactTest"}. */
    public String className() {
        var words = Arrays.stream(request.path().split("/"))
                .filter(segment -> !ProviderState.isId(segment))
                .collect(Collectors.joining(" "));
        return JavaText.capitalized(request.method().toLowerCase(Locale.ROOT) + " " + words) + "PactTest";
    }

    /** Where the file belongs, from the root of the repository. */
    public String fileName() {
        return "consumers/%s/src/test/java/%s/%s.java"
                .formatted(consumer, packageName().replace('.', '/'), className());
    }

    private String packageName() {
        var name = consumer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return "dev.treaty.consumer." + JavaText.variable(name, "consumer", Set.of());
    }

    /** The source of the whole file. */
    public String toJava() {
        var imports = new TreeSet<String>(ClientTestSource.IMPORTS);
        imports.addAll(PactMethodSource.IMPORTS);
        var parameter = JavaText.variable(provider, "provider", Set.of());
        var pactMethod = new PactMethodSource(consumer, provider, description, request, response)
                .write(states.isEmpty() ? List.of(ProviderState.guess(request)) : states, parameter, imports);
        var test = ClientTestSource.of(request, PactMethodSource.status(response), parameter);
        return "package %s;\n\n%s\n%s\n@Recording\nclass %s {\n\n%s\n%s}\n"
                .formatted(packageName(), lines(imports, true), lines(imports, false), className(), pactMethod, test);
    }

    private static String lines(Set<String> imports, boolean areStatic) {
        return imports.stream()
                .filter(name -> name.startsWith("static ") == areStatic)
                .map("import %s;\n"::formatted)
                .collect(Collectors.joining());
    }
}
