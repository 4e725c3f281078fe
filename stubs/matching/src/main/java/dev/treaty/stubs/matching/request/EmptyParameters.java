package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.IRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters without an equals sign ({@code ?draft}). To pact-jvm their value is null; to others, as in a form, it is empty. */
public final class EmptyParameters {

    private EmptyParameters() {}

    /** The same parameters; their values are empty instead of null. */
    static Map<String, List<String>> filled(Map<String, List<@Nullable String>> parameters) {
        var filled = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> filled.put(name, filled(values)));
        return filled;
    }

    private static List<String> filled(List<@Nullable String> values) {
        var filled = new ArrayList<String>(values.size());
        for (var value : values) {
            filled.add(value == null ? "" : value);
        }
        return filled;
    }

    /** The request of a contract with such parameters; the same object if it has none. */
    public static IRequest filledIn(HttpRequest request) {
        return request.getQuery().values().stream().allMatch(EmptyParameters::isComplete)
                ? request
                : new HttpRequest(
                        request.getMethod(),
                        request.getPath(),
                        filled(request.getQuery()),
                        request.getHeaders(),
                        request.getBody(),
                        request.getMatchingRules(),
                        request.getGenerators());
    }

    private static boolean isComplete(List<@Nullable String> values) {
        for (var value : values) {
            if (value == null) {
                return false;
            }
        }
        return true;
    }
}
