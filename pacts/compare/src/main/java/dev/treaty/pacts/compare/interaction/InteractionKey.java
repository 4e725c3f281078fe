package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import dev.treaty.pacts.errors.SecretNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is told when an interaction is verified: the states that it must be in, and the example's request. A message is asked for by its
 * description. Two interactions with the same key are answered in the same way.
 *
 * @param states with their parameters
 * @param request made of values that can be compared
 */
record InteractionKey(Set<ProviderState> states, List<Object> request) {

    static InteractionKey of(V4Interaction interaction) {
        return new InteractionKey(Set.copyOf(interaction.getProviderStates()), request(interaction));
    }

    private static List<Object> request(V4Interaction interaction) {
        if (interaction instanceof V4Interaction.SynchronousHttp http) {
            return http(http.getRequest());
        } else if (interaction instanceof V4Interaction.SynchronousMessages messages) {
            return List.of(interaction.getDescription(), message(messages.getRequest()));
        }
        return List.of(interaction.getDescription());
    }

    private static List<Object> http(HttpRequest request) {
        return List.of(
                request.getMethod().toUpperCase(Locale.ROOT),
                request.getPath(),
                request.getQuery(),
                sent(request.getHeaders()),
                RequestBody.meaning(request.getBody(), request.determineContentType()),
                String.valueOf(request.determineContentType()),
                request.getGenerators().getCategories());
    }

    /** As pact-jvm sends them: the values of each on one line, so that two values are the same as one with a comma. */
    private static Map<String, String> sent(Map<String, List<String>> headers) {
        var sent = new TreeMap<String, String>();
        headers.forEach((name, values) -> sent.merge(
                name.toLowerCase(Locale.ROOT), String.join(", ", values), (one, other) -> one + "\n" + other));
        return sent;
    }

    private static List<Object> message(MessageContents contents) {
        return List.of(
                RequestBody.meaning(contents.getContents(), contents.getContentType()),
                String.valueOf(contents.getContentType()),
                contents.getMetadata(),
                contents.getGenerators().getCategories());
    }

    /** For people; credentials among the parameters are hidden. */
    String statesAsText() {
        return states.stream().map(InteractionKey::text).sorted().collect(Collectors.joining(", "));
    }

    private static String text(ProviderState state) {
        var parameters = shown(state.getParams());
        return parameters.isEmpty() ? String.valueOf(state.getName()) : state.getName() + " " + parameters;
    }

    private static Map<String, Object> shown(Map<?, ?> parameters) {
        var shown = new TreeMap<String, Object>();
        parameters.forEach((name, value) -> shown.put(String.valueOf(name), shown(String.valueOf(name), value)));
        return shown;
    }

    private static Object shown(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return shown(members);
        } else if (value instanceof List<?> elements) {
            return elements.stream().map(element -> shown(name, element)).toList();
        }
        return value != null && SecretNames.contains(name) ? "•••" : String.valueOf(value);
    }
}
