package dev.treaty.stubs.export.request;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.TextPattern;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Translates cookies, one by one, or as a whole header where WireMock and Pact parse them differently. */
final class CookieTranslator {

    private static final Pattern PLAIN_COOKIE = Pattern.compile("([\\w.-]+)=([\\w.~%+/=-]+)");

    private CookieTranslator() {}

    /** Each cookie of the contract must be present; others may be. */
    static void translate(IRequest expected, MappingDraft draft) {
        var cookies = expected.cookies().stream().sorted().toList();
        var byName = new TreeMap<String, String>();
        for (var cookie : cookies) {
            var plain = PLAIN_COOKIE.matcher(cookie);
            if (!plain.matches() || byName.put(plain.group(1), plain.group(2)) != null) {
                draft.request()
                        .withObjectProperty("headers")
                        .set("Cookie", asHeader(cookies).json());
                draft.exact("cookies", MappingDraft.EQUAL, "matches");
                return;
            }
        }
        byName.forEach((name, value) -> {
            draft.request().withObjectProperty("cookies").set(name, new Equal(value).json());
            draft.exact("cookie " + name, MappingDraft.EQUAL, "equalTo");
        });
    }

    /** For cookies that WireMock parses differently, and for names that occur twice. */
    private static TextPattern asHeader(List<String> cookies) {
        return new Matches(cookies.stream()
                .map(cookie -> "(?=(?:.*;)?\\s*" + Regexes.quote(cookie) + "\\s*(?:;.*)?\\z)")
                .collect(Collectors.joining("", "", ".*")));
    }
}
