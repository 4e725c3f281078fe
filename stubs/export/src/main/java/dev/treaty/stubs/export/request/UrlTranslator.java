package dev.treaty.stubs.export.request;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IRequest;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.ParameterNames;
import dev.treaty.stubs.export.value.ParameterTranslator;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.TextPattern;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import dev.treaty.stubs.export.value.TextTranslation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Path and query. WireMock ignores query parameters that a mapping does not name, and Pact rejects them, so a regex for the
 * whole URL says which names are allowed, and {@code queryParameters} says which values.
 */
final class UrlTranslator {

    private UrlTranslator() {}

    static void translate(IRequest expected, MappingDraft draft) {
        var path = PathTranslator.translate(expected, draft);
        var query = expected.getQuery();
        if (!query.isEmpty()) {
            draft.request().put("urlPattern", withQuery(path, new ParameterNames(query).regex()));
            values(expected, query, draft);
            draft.exact("query", "no other parameters", "urlPattern");
        } else if (path instanceof Equal literal) {
            draft.request().put("url", literal.text());
            draft.exact("query", "none", "url");
        } else {
            draft.request().put("urlPattern", withoutQuery(path));
            draft.exact("query", "none", "urlPattern");
        }
    }

    private static String withoutQuery(TextPattern path) {
        return PathRegex.confined(path.regex()).orElseGet(() -> "(?![^?]*\\?)" + Regexes.group(path.regex()));
    }

    private static String withQuery(TextPattern path, String names) {
        return PathRegex.confined(path.regex())
                .map(confined -> Regexes.group(confined) + "\\?" + names)
                .orElseGet(() -> "(?=[^?]*\\?%s\\z)%s\\?.*".formatted(names, Regexes.group(path.regex())));
    }

    private static void values(IRequest expected, Map<String, List<@Nullable String>> query, MappingDraft draft) {
        var context = new MatchingContext(expected.getMatchingRules().rulesForCategory("query"), false);
        var patterns = draft.request().putObject("queryParameters");
        query.forEach((name, values) -> patterns.set(
                name,
                new ParameterTranslator("query " + name, values, draft)
                        .translate(context, List.of(name), TextTranslation.Place.QUERY)));
    }
}
