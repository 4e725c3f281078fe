package dev.treaty.stubs.export;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IRequest;
import dev.treaty.stubs.export.TextForm.Equal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Path and query. WireMock passes by query parameters that it is not told of, and Pact accepts none such, so the URL as a whole
 * says which names there may be, and {@code queryParameters} says which values.
 */
final class UrlRules {

    private UrlRules() {}

    static void translate(IRequest expected, Translation translation) {
        var path = PathRules.translate(expected, translation);
        var query = expected.getQuery();
        if (!query.isEmpty()) {
            translation.request().put("urlPattern", withQuery(path, new Parameters(query).regex()));
            values(expected, query, translation);
            translation.exact("query", "no other parameters", "urlPattern");
        } else if (path instanceof Equal literal) {
            translation.request().put("url", literal.text());
            translation.exact("query", "none", "url");
        } else {
            translation.request().put("urlPattern", withoutQuery(path));
            translation.exact("query", "none", "urlPattern");
        }
    }

    private static String withoutQuery(TextForm path) {
        return PathRegex.confined(path.regex()).orElseGet(() -> "(?![^?]*\\?)" + Regexes.group(path.regex()));
    }

    private static String withQuery(TextForm path, String names) {
        return PathRegex.confined(path.regex())
                .map(confined -> Regexes.group(confined) + "\\?" + names)
                .orElseGet(() -> "(?=[^?]*\\?%s\\z)%s\\?.*".formatted(names, Regexes.group(path.regex())));
    }

    private static void values(IRequest expected, Map<String, List<@Nullable String>> query, Translation translation) {
        var context = new MatchingContext(expected.getMatchingRules().rulesForCategory("query"), false);
        var patterns = translation.request().putObject("queryParameters");
        query.forEach((name, values) -> patterns.set(
                name,
                new ParameterRules("query " + name, values, translation)
                        .translate(context, List.of(name), TextRules.Place.QUERY)));
    }
}
