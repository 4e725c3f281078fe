package dev.treaty.stubs.export;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.TextForm.Equal;
import dev.treaty.stubs.export.TextForm.Matches;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Headers, as pact-jvm's {@code HeaderMatcher} and its mock server have them, and cookies. */
final class HeaderRules {

    static final String CONTENT_TYPE = "content-type";

    /** Which pact-jvm's mock server splits at their commas when there is one line of them. */
    private static final Set<String> LISTS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "access-control-allow-headers",
            "access-control-allow-methods",
            "access-control-expose-headers",
            "access-control-request-headers",
            "allow",
            "cache-control",
            "if-match",
            "if-none-match",
            "vary");

    private static final Pattern COMMA = Pattern.compile(",\\s*");
    private static final Pattern PLAIN_COOKIE = Pattern.compile("([\\w.-]+)=([\\w.~%+/=-]+)");
    private static final Comparator<String> NAMES = String.CASE_INSENSITIVE_ORDER;

    private final IRequest expected;
    private final MatchingContext context;
    private final Translation translation;

    private HeaderRules(IRequest expected, Translation translation) {
        this.expected = expected;
        this.translation = translation;
        context = new MatchingContext(expected.getMatchingRules().rulesForCategory("header"), false);
    }

    static void translate(IRequest expected, Translation translation) {
        new HeaderRules(expected, translation).translate();
    }

    private void translate() {
        var headers = new TreeMap<String, List<String>>(NAMES);
        headers.putAll(expected.headersWithoutCookie());
        headers.forEach((name, values) -> headers().set(name, header(name, values)));
        if (!headers.containsKey(CONTENT_TYPE) && comparesMediaTypes()) {
            MediaTypeForm.ofBody(expected).ifPresent(form -> {
                headers().set("Content-Type", form);
                translation.exact(
                        "header Content-Type",
                        "that of the body",
                        form.fieldNames().next());
            });
        }
        cookies();
    }

    /** Pact does where there is a body, unless a rule looks at all of it. */
    private boolean comparesMediaTypes() {
        var root = expected.getMatchingRules()
                .rulesForCategory("body")
                .getMatchingRules()
                .get("$");
        var type = expected.asHttpPart().determineContentType();
        return expected.getBody().isPresent() && (root == null || !root.canMatch(type));
    }

    private ObjectNode headers() {
        return translation.request().withObjectProperty("headers");
    }

    private ObjectNode header(String name, List<String> values) {
        if (values.size() > 1) {
            return several(name, values);
        }
        var losses = EnumSet.noneOf(Loss.class);
        var value = values.isEmpty() ? "" : values.get(0);
        var form = form(name, value, losses);
        var pattern = form.pattern();
        if (name.equalsIgnoreCase(CONTENT_TYPE) && isRuled(name) && comparesMediaTypes()) {
            pattern = and(form, MediaTypeForm.anyParameters(value));
        }
        translation.rule("header " + name, words(name), pattern.fieldNames().next(), losses);
        return pattern;
    }

    /** A list of values, in one line if it is a header that is written so. */
    private ObjectNode several(String name, List<String> values) {
        var losses = EnumSet.noneOf(Loss.class);
        var forms = values.stream().map(value -> form(name, value, losses)).toList();
        ObjectNode pattern;
        if (isList(name)) {
            losses.add(Loss.SEPARATE_LINES);
            pattern = new Matches(forms.stream()
                            .map(form -> Regexes.group(form.regex()))
                            .collect(Collectors.joining("\\s*,\\s*")))
                    .pattern();
        } else {
            losses.addAll(ParameterRules.ofSeveral(values, isRuled(name)));
            pattern = JsonNodeFactory.instance.objectNode();
            var each = pattern.putArray("hasExactly");
            forms.forEach(form -> each.add(form.pattern()));
        }
        translation.rule("header " + name, words(name), pattern.fieldNames().next(), losses);
        return pattern;
    }

    private TextForm form(String name, String value, Set<Loss> losses) {
        if (isRuled(name)) {
            var text = TextRules.of(context.selectBestMatcher(List.of(name), NAMES), value, TextRules.Place.HEADER);
            losses.addAll(text.losses());
            return text.form();
        }
        if (name.equalsIgnoreCase(CONTENT_TYPE) || name.equalsIgnoreCase("accept")) {
            return MediaTypeForm.of(value, isList(name));
        }
        return value.indexOf(',') < 0 ? new Equal(value) : new Matches(spacedAsYouLike(value));
    }

    /** Pact takes no note of white space after a comma. */
    private static String spacedAsYouLike(String value) {
        return COMMA.splitAsStream(value).map(Regexes::quote).collect(Collectors.joining(",\\s*"));
    }

    private boolean isRuled(String name) {
        return context.matcherDefined(List.of(name), NAMES);
    }

    private static boolean isList(String name) {
        return LISTS.contains(name.toLowerCase(Locale.ROOT));
    }

    private String words(String name) {
        return isRuled(name) ? Translation.words(context.selectBestMatcher(List.of(name), NAMES)) : Translation.EQUAL;
    }

    private static ObjectNode and(TextForm one, TextForm other) {
        var both = JsonNodeFactory.instance.objectNode();
        both.putArray("and").add(one.pattern()).add(other.pattern());
        return both;
    }

    /** Each cookie of the contract must be there; others may be. */
    private void cookies() {
        var cookies = expected.cookies().stream().sorted().toList();
        var byName = new TreeMap<String, String>();
        for (var cookie : cookies) {
            var plain = PLAIN_COOKIE.matcher(cookie);
            if (!plain.matches() || byName.put(plain.group(1), plain.group(2)) != null) {
                headers().set("Cookie", asHeader(cookies).pattern());
                translation.exact("cookies", Translation.EQUAL, "matches");
                return;
            }
        }
        byName.forEach((name, value) -> {
            translation.request().withObjectProperty("cookies").set(name, new Equal(value).pattern());
            translation.exact("cookie " + name, Translation.EQUAL, "equalTo");
        });
    }

    /** For cookies that WireMock would read in its own way, and names that are there twice. */
    private static TextForm asHeader(List<String> cookies) {
        return new Matches(cookies.stream()
                .map(cookie -> "(?=(?:.*;)?\\s*" + Regexes.quote(cookie) + "\\s*(?:;.*)?\\z)")
                .collect(Collectors.joining("", "", ".*")));
    }
}
