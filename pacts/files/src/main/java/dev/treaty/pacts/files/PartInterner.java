package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares the parts that many interactions of a contract have in common, usually all of one provider: header fields, matching rules,
 * and the absence of parameters, bodies and generators. That saves memory, and keeps what each request reads in the processor's
 * caches.
 *
 * <p>Parts are equal only if they are in the same order. A shared part must not be changed; so this class adds what pact-jvm would
 * add to rules on first use.
 */
final class PartInterner {

    private static final List<String> CATEGORIES = List.of("path", "query", "header", "body", "status");

    private final Map<List<Object>, Object> known = new ConcurrentHashMap<>();

    /** Lets the interaction use the parts that it has in common with others. Thread-safe. */
    void share(Interaction interaction) {
        if (interaction instanceof V4Interaction.SynchronousHttp http) {
            var request = http.getRequest();
            http.setRequest(new HttpRequest(
                    request.getMethod(),
                    request.getPath(),
                    shared(request.getQuery()),
                    shared(request.getHeaders()),
                    shared(request.getBody()),
                    shared(request.getMatchingRules()),
                    shared(request.getGenerators())));
            var response = http.getResponse();
            http.setResponse(new HttpResponse(
                    response.getStatus(),
                    shared(response.getHeaders()),
                    shared(response.getBody()),
                    shared(response.getMatchingRules()),
                    shared(response.getGenerators())));
        }
    }

    private <V> Map<String, V> shared(Map<String, V> map) {
        return shared(List.copyOf(map.entrySet().stream().map(Map.Entry::copyOf).toList()), map);
    }

    private OptionalBody shared(OptionalBody body) {
        return body.isMissing() ? shared(List.of(body.getContentType(), body.getContentTypeHint()), body) : body;
    }

    private Generators shared(Generators generators) {
        return generators.isEmpty() ? shared(List.of(), generators) : generators;
    }

    private MatchingRules shared(MatchingRules rules) {
        CATEGORIES.forEach(rules::rulesForCategory);
        var key = new ArrayList<>();
        for (var category : rules.getCategories()) {
            key.add(category);
            rules.rulesForCategory(category).getMatchingRules().forEach((path, group) -> {
                key.add(path);
                key.add(group);
            });
        }
        return shared(key, rules);
    }

    /** The first part with an equal key. */
    @SuppressWarnings("unchecked") // a key of one kind of part is never equal to one of another kind
    private <T> T shared(List<?> key, T part) {
        return (T) known.computeIfAbsent(List.of(part.getClass(), key), first -> part);
    }
}
