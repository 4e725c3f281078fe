package dev.treaty.stubs.http.parity;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path, a query parameter or a header that a generated contract expects.
 *
 * @param name empty for a path
 * @param rule null if only these values match
 */
public record ExpectedPart(
        String name, List<String> values, @Nullable MatchingRule rule) {

    public static final List<ExpectedPart> PLAIN_PATHS = List.of(
            path("/a"),
            path("/b"),
            path("/a/"),
            path("/a/1"),
            path("/a%20b%2Fc"),
            path("/a/1", MatchingRule.regex("/a/\\d+")));

    /** Whatever a contract can contain as a path, even if it is not a valid path or not a valid regex. */
    public static final List<ExpectedPart> PATHS = List.of(
            path("/"),
            path("/a"),
            path("/b"),
            path("/a/"),
            path("/a/b"),
            path("/a/1"),
            path("/b/1"),
            path("/a/x"),
            path("/A"),
            path("/a//b"),
            path("/a.b"),
            path("/a%20b%2Fc"),
            path("/a;v=1"),
            path("/a+b"),
            path("/~a"),
            path("/%C3%A9"),
            path("/a/.."),
            path("/a$b"),
            path(""),
            path("a"),
            path("/a(b)"),
            path("/a[0-9]"),
            path("/a["),
            path("/\\d+"),
            path("/a|/b"),
            path("/a?"),
            path("/.*"),
            path("/a{2}"),
            path("^/a$"),
            path("/{id}"),
            path("/\u00e9"),
            path("/a b"),
            path("/a/http://host/b"),
            path("/a*"),
            path("(?i)/A"),
            path("http://host/a"),
            path("/a/1", MatchingRule.regex("/a/\\d+")),
            path("/a/1", MatchingRule.regex("^/a/\\d+$")),
            path("/a/1", MatchingRule.regex("/a/(1|x)")),
            path("/a", MatchingRule.regex("/a|/b")),
            path("/a", MatchingRule.regex("/a?/?a?")),
            path("/a/1", MatchingRule.regex("/a/1?")),
            path("/a/1", MatchingRule.regex("/a{1,2}/1")),
            path("/aa/1", MatchingRule.regex("/aa*/1")),
            path("/a/1", MatchingRule.regex("/a+/1")),
            path("/a", MatchingRule.regex("(?i)/A")),
            path("/a.b", MatchingRule.regex("\\Q/a.b\\E")),
            path("/a.b", MatchingRule.regex("/a\\.b")),
            path("/a", MatchingRule.regex("/[ab]")),
            path("/a", MatchingRule.regex(".*")),
            path("/a", MatchingRule.regex("\\/a")),
            path("/a", MatchingRule.regex("/a")),
            path("/a", MatchingRule.regex("")),
            path("/a", MatchingRule.regex("/a[")),
            path("/a", MatchingRule.regex("/\\x61")),
            path("/a", MatchingRule.regex("(?x) / a")),
            path("/a/1", MatchingRule.regex("/a(?=/)/1")),
            path("/a/1", MatchingRule.regex("(/a)?/1")),
            path("/a/1", MatchingRule.regex("/[^/]+/\\w")),
            path("/a", MatchingRule.regex("/a$")),
            path("/a", MatchingRule.regex("^^/a")),
            path("/a", MatchingRule.regex("/a#?")),
            path("/%F0%9F%98%80", MatchingRule.regex("/%F0%9F%98%80?")),
            path("/a", MatchingRule.regex("/a\ud83d\ude00?")),
            path("/a/1", MatchingRule.regex("/a/1{0}")),
            path("/a/", MatchingRule.regex("/a/{0,1}")),
            path("/a", type("type")),
            path("/a", type("equality")),
            path("/a/1", include("/1")),
            path("/a", type("notEmpty")),
            path("/1", type("integer")),
            path("/1", type("number")),
            path("/a", type("null")),
            path("/a", type("semver")),
            path("/a", type("boolean")),
            path("/a", type("values")),
            path("/a", date("yyyy-MM-dd")),
            path("/a/1", MatchingRule.of("{'match': 'regex', 'regex': '/a/.*'}", "{'match': 'include', 'value': '1'}")),
            path(
                    "/a/1",
                    MatchingRule.anyOf(
                            "{'match': 'regex', 'regex': '/a/\\\\d+'}", "{'match': 'regex', 'regex': '/b/\\\\d+'}")),
            path("/a", MatchingRule.anyOf("{'match': 'equality'}", "{'match': 'include', 'value': 'b'}")));

    public static final List<ExpectedPart> PARAMETERS = List.of(
            part("a", "1"),
            part("a", "2"),
            part("a", "1", "2"),
            part("a", ""),
            part("b", "x"),
            part("q", "a b"),
            part("q", "a+b"),
            part("q", "a&b=c"),
            part("q", "100%"),
            part("u", "\u00e9"),
            part("\u00e9", "1"),
            part("expand[]", "a", "b"),
            part("a.b", "1"),
            part("$x", "1"),
            part("a b", "1"),
            part("", "1"),
            part("limit", type("integer"), "2"),
            part("n", type("number"), "1"),
            part("n", type("decimal"), "1.5"),
            part("flag", type("boolean"), "true"),
            part("t", type("type"), "x"),
            part("e", type("equality"), "x"),
            part("nn", type("notEmpty"), "x"),
            part("v", type("semver"), "1.2.3"),
            part("i", include("ell"), "hello"),
            part("created[gte]", MatchingRule.regex("\\d+"), "100"),
            part("z", type("null"), ""),
            part("day", date("yyyy-MM-dd"), "2000-02-01"),
            part("time", MatchingRule.of("{'match': 'time', 'format': 'HH:mm:ss'}"), "12:30:00"),
            part("at", MatchingRule.of("{'match': 'timestamp', 'format': 'yyyy-MM-dd HH:mm'}"), "2000-02-01 12:30"),
            part("ids", MatchingRule.of("{'match': 'type', 'min': 1}"), "1", "2"),
            part("ids", MatchingRule.of("{'match': 'type', 'max': 2}"), "1", "2"),
            part("ids", MatchingRule.of("{'match': 'type', 'min': 1, 'max': 2}"), "1"),
            part(
                    "ids",
                    MatchingRule.of("{'match': 'eachValue', 'value': '1', 'rules': [{'match': 'integer'}]}"),
                    "1",
                    "2"),
            part("ids", type("ignore-order"), "1", "2"),
            part("ids", type("values"), "1", "2"),
            part("o", MatchingRule.anyOf("{'match': 'integer'}", "{'match': 'boolean'}"), "1"),
            part("o", MatchingRule.of("{'match': 'integer'}", "{'match': 'include', 'value': '1'}"), "21"));

    public static final List<ExpectedPart> FIELDS = List.of(
            part("X-A", "1"),
            part("X-A", "2"),
            part("X-A", "a, b"),
            part("X-A", "a", "b"),
            part("X-A", ""),
            part("x-a", "1"),
            part("X-Json", "{\"a\": 1, \"b\": 2}"),
            part("Accept", "application/json"),
            part("Accept", "application/json", "text/html;q=0.5"),
            part("Accept", "*/*"),
            part("Accept", "text/html; level=1"),
            part("Accept-Language", "de", "en;q=0.5"),
            part("Accept-Encoding", "gzip", "deflate"),
            part("Cache-Control", "no-cache"),
            part("Cache-Control", "private", "max-age=0"),
            part("If-None-Match", "\"a\"", "\"b\""),
            part("Vary", "a"),
            part("Date", "Tue, 01 Feb 2000 12:00:00 GMT"),
            part("If-Modified-Since", "Tue, 01 Feb 2000 12:00:00 GMT"),
            part("Authorization", "Basic eDp5"),
            part("User-Agent", "a/1 (x; y)"),
            part("X-Forwarded-For", "1.1.1.1, 2.2.2.2"),
            part("Cookie", "a=1"),
            part("Cookie", "a=1; b=2"),
            part("Cookie", "a=1", "b=2"),
            part("cookie", "b=2;a=1"),
            part("Cookie", MatchingRule.regex("a=\\d"), "a=1"),
            part("Authorization", MatchingRule.regex("Bearer \\w+"), "Bearer a"),
            part("Accept", MatchingRule.regex("application/.*"), "application/json"),
            part("Accept-Language", MatchingRule.regex("\\w\\w"), "de", "en"),
            part("X-Id", type("integer"), "1"),
            part("X-N", type("number"), "1.5"),
            part("X-N", type("decimal"), "1.5"),
            part("X-Flag", type("boolean"), "true"),
            part("X-Type", type("type"), "x"),
            part("X-E", type("equality"), "a,b"),
            part("X-NotEmpty", type("notEmpty"), "x"),
            part("X-Version", type("semver"), "1.2.3"),
            part("X-I", include("ell"), "hello"),
            part("X-Null", type("null"), ""),
            part("X-Day", date("yyyy-MM-dd"), "2000-02-01"),
            part("X-Time", MatchingRule.of("{'match': 'time', 'format': 'HH:mm:ss'}"), "12:30:00"),
            part("X-At", MatchingRule.of("{'match': 'datetime', 'format': 'yyyy-MM-dd HH:mm'}"), "2000-02-01 12:30"),
            part("X-O", MatchingRule.anyOf("{'match': 'integer'}", "{'match': 'semver'}"), "1"),
            part(
                    "X-O",
                    MatchingRule.of("{'match': 'regex', 'regex': '.a.*'}", "{'match': 'include', 'value': 'b'}"),
                    "xab"),
            part("Content-Language", "de"),
            part("Origin", "http://host"));

    private static MatchingRule type(String match) {
        return MatchingRule.of("{'match': '" + match + "'}");
    }

    private static MatchingRule include(String value) {
        return MatchingRule.of("{'match': 'include', 'value': '" + value + "'}");
    }

    private static MatchingRule date(String format) {
        return MatchingRule.of("{'match': 'date', 'format': '" + format + "'}");
    }

    private static ExpectedPart path(String path) {
        return new ExpectedPart("", List.of(path), null);
    }

    private static ExpectedPart path(String path, MatchingRule rule) {
        return new ExpectedPart("", List.of(path), rule);
    }

    private static ExpectedPart part(String name, String... values) {
        return new ExpectedPart(name, Arrays.asList(values), null);
    }

    private static ExpectedPart part(String name, MatchingRule rule, String... values) {
        return new ExpectedPart(name, Arrays.asList(values), rule);
    }
}
