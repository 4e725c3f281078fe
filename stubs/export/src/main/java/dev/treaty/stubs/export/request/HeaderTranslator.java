package dev.treaty.stubs.export.request;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.MediaTypePattern;
import dev.treaty.stubs.export.value.ParameterTranslator;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.TextPattern;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import dev.treaty.stubs.export.value.TextTranslation;
import dev.treaty.stubs.matching.request.ListHeaders;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Translates headers, as pact-jvm's {@code HeaderMatcher} and its mock server compare them. */
final class HeaderTranslator {

    static final String CONTENT_TYPE = "content-type";

    private static final Pattern COMMA = Pattern.compile(",\\s*");
    private static final Comparator<String> NAMES = String.CASE_INSENSITIVE_ORDER;

    private final IRequest expected;
    private final MatchingContext context;
    private final MappingDraft draft;

    private HeaderTranslator(IRequest expected, MappingDraft draft) {
        this.expected = expected;
        this.draft = draft;
        context = new MatchingContext(expected.getMatchingRules().rulesForCategory("header"), false);
    }

    static void translate(IRequest expected, MappingDraft draft) {
        new HeaderTranslator(expected, draft).translate();
    }

    private void translate() {
        var headers = new TreeMap<String, List<String>>(NAMES);
        headers.putAll(expected.headersWithoutCookie());
        headers.forEach((name, values) -> headers().set(name, header(name, values)));
        if (!headers.containsKey(CONTENT_TYPE) && comparesMediaTypes()) {
            MediaTypePattern.ofBody(expected).ifPresent(mediaType -> {
                headers().set("Content-Type", mediaType);
                draft.exact(
                        "header Content-Type",
                        "that of the body",
                        mediaType.fieldNames().next());
            });
        }
    }

    /** Pact does if there is a body, unless a rule covers the whole body. */
    private boolean comparesMediaTypes() {
        var root = expected.getMatchingRules()
                .rulesForCategory("body")
                .getMatchingRules()
                .get("$");
        var type = expected.asHttpPart().determineContentType();
        return expected.getBody().isPresent() && (root == null || !root.canMatch(type));
    }

    private ObjectNode headers() {
        return draft.request().withObjectProperty("headers");
    }

    private ObjectNode header(String name, List<String> values) {
        if (values.size() > 1) {
            return several(name, values);
        }
        var deviations = EnumSet.noneOf(Deviation.class);
        var value = values.isEmpty() ? "" : values.get(0);
        var text = textPattern(name, value, deviations);
        if (!isRuled(name) && ListHeaders.contains(name) && value.indexOf(',') >= 0) {
            deviations.add(Deviation.LIST_IN_ONE_VALUE);
        }
        var pattern = text.json();
        if (name.equalsIgnoreCase(CONTENT_TYPE) && isRuled(name) && comparesMediaTypes()) {
            pattern = and(text, MediaTypePattern.anyParameters(value));
        }
        draft.rule("header " + name, words(name), pattern.fieldNames().next(), deviations);
        return pattern;
    }

    /** Several values; in one line if the header is a list. */
    private ObjectNode several(String name, List<String> values) {
        var deviations = EnumSet.noneOf(Deviation.class);
        var texts = values.stream()
                .map(value -> textPattern(name, value, deviations))
                .toList();
        ObjectNode pattern;
        if (ListHeaders.contains(name)) {
            deviations.add(Deviation.SEPARATE_LINES);
            pattern = new Matches(texts.stream()
                            .map(text -> Regexes.group(text.regex()))
                            .collect(Collectors.joining("\\s*,\\s*")))
                    .json();
        } else {
            deviations.addAll(ParameterTranslator.ofSeveral(values, isRuled(name)));
            pattern = JsonNodeFactory.instance.objectNode();
            var each = pattern.putArray("hasExactly");
            texts.forEach(text -> each.add(text.json()));
        }
        draft.rule("header " + name, words(name), pattern.fieldNames().next(), deviations);
        return pattern;
    }

    private TextPattern textPattern(String name, String value, Set<Deviation> deviations) {
        if (isRuled(name)) {
            var text = TextTranslation.of(
                    context.selectBestMatcher(List.of(name), NAMES), value, TextTranslation.Place.HEADER);
            deviations.addAll(text.deviations());
            return text.pattern();
        }
        if (name.equalsIgnoreCase(CONTENT_TYPE) || name.equalsIgnoreCase("accept")) {
            return MediaTypePattern.of(value, ListHeaders.contains(name));
        }
        return value.indexOf(',') < 0 ? new Equal(value) : new Matches(withAnySpaceAfterComma(value));
    }

    /** Pact ignores white space after a comma. */
    private static String withAnySpaceAfterComma(String value) {
        return COMMA.splitAsStream(value).map(Regexes::quote).collect(Collectors.joining(",\\s*"));
    }

    private boolean isRuled(String name) {
        return context.matcherDefined(List.of(name), NAMES);
    }

    private String words(String name) {
        return isRuled(name)
                ? MappingDraft.describe(context.selectBestMatcher(List.of(name), NAMES))
                : MappingDraft.EQUAL;
    }

    private static ObjectNode and(TextPattern one, TextPattern other) {
        var both = JsonNodeFactory.instance.objectNode();
        both.putArray("and").add(one.json()).add(other.json());
        return both;
    }
}
