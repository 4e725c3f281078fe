package dev.treaty.stubs.http.parity;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path, a query parameter or a header field, as a contract shows it.
 *
 * @param name empty for a path
 * @param rule null if only these values will do
 */
public record SamplePart(
        String name, List<String> values, @Nullable Rule rule) {

    public static final List<SamplePart> PLAIN_PATHS = List.of(
            path("/a"), path("/b"), path("/a/"), path("/a/1"), path("/a%20b%2Fc"), path("/a/1", Rule.regex("/a/\\d+")));

    /** Whatever a contract may call a path, though some are none, and some are no regex. */
    public static final List<SamplePart> PATHS = List.of(
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
            path("/a/1", Rule.regex("/a/\\d+")),
            path("/a/1", Rule.regex("^/a/\\d+$")),
            path("/a/1", Rule.regex("/a/(1|x)")),
            path("/a", Rule.regex("/a|/b")),
            path("/a", Rule.regex("/a?/?a?")),
            path("/a/1", Rule.regex("/a/1?")),
            path("/a/1", Rule.regex("/a{1,2}/1")),
            path("/aa/1", Rule.regex("/aa*/1")),
            path("/a/1", Rule.regex("/a+/1")),
            path("/a", Rule.regex("(?i)/A")),
            path("/a.b", Rule.regex("\\Q/a.b\\E")),
            path("/a.b", Rule.regex("/a\\.b")),
            path("/a", Rule.regex("/[ab]")),
            path("/a", Rule.regex(".*")),
            path("/a", Rule.regex("\\/a")),
            path("/a", Rule.regex("/a")),
            path("/a", Rule.regex("")),
            path("/a", Rule.regex("/a[")),
            path("/a", Rule.regex("/\\x61")),
            path("/a", Rule.regex("(?x) / a")),
            path("/a/1", Rule.regex("/a(?=/)/1")),
            path("/a/1", Rule.regex("(/a)?/1")),
            path("/a/1", Rule.regex("/[^/]+/\\w")),
            path("/a", Rule.regex("/a$")),
            path("/a", Rule.regex("^^/a")),
            path("/a", Rule.regex("/a#?")),
            path("/%F0%9F%98%80", Rule.regex("/%F0%9F%98%80?")),
            path("/a", Rule.regex("/a\ud83d\ude00?")),
            path("/a/1", Rule.regex("/a/1{0}")),
            path("/a/", Rule.regex("/a/{0,1}")),
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
            path("/a/1", Rule.of("{'match': 'regex', 'regex': '/a/.*'}", "{'match': 'include', 'value': '1'}")),
            path(
                    "/a/1",
                    Rule.anyOf("{'match': 'regex', 'regex': '/a/\\\\d+'}", "{'match': 'regex', 'regex': '/b/\\\\d+'}")),
            path("/a", Rule.anyOf("{'match': 'equality'}", "{'match': 'include', 'value': 'b'}")));

    public static final List<SamplePart> PARAMETERS = List.of(
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
            part("created[gte]", Rule.regex("\\d+"), "100"),
            part("z", type("null"), ""),
            part("day", date("yyyy-MM-dd"), "2000-02-01"),
            part("time", Rule.of("{'match': 'time', 'format': 'HH:mm:ss'}"), "12:30:00"),
            part("at", Rule.of("{'match': 'timestamp', 'format': 'yyyy-MM-dd HH:mm'}"), "2000-02-01 12:30"),
            part("ids", Rule.of("{'match': 'type', 'min': 1}"), "1", "2"),
            part("ids", Rule.of("{'match': 'type', 'max': 2}"), "1", "2"),
            part("ids", Rule.of("{'match': 'type', 'min': 1, 'max': 2}"), "1"),
            part("ids", Rule.of("{'match': 'eachValue', 'value': '1', 'rules': [{'match': 'integer'}]}"), "1", "2"),
            part("ids", type("ignore-order"), "1", "2"),
            part("ids", type("values"), "1", "2"),
            part("o", Rule.anyOf("{'match': 'integer'}", "{'match': 'boolean'}"), "1"),
            part("o", Rule.of("{'match': 'integer'}", "{'match': 'include', 'value': '1'}"), "21"));

    public static final List<SamplePart> FIELDS = List.of(
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
            part("Cookie", Rule.regex("a=\\d"), "a=1"),
            part("Authorization", Rule.regex("Bearer \\w+"), "Bearer a"),
            part("Accept", Rule.regex("application/.*"), "application/json"),
            part("Accept-Language", Rule.regex("\\w\\w"), "de", "en"),
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
            part("X-Time", Rule.of("{'match': 'time', 'format': 'HH:mm:ss'}"), "12:30:00"),
            part("X-At", Rule.of("{'match': 'datetime', 'format': 'yyyy-MM-dd HH:mm'}"), "2000-02-01 12:30"),
            part("X-O", Rule.anyOf("{'match': 'integer'}", "{'match': 'semver'}"), "1"),
            part("X-O", Rule.of("{'match': 'regex', 'regex': '.a.*'}", "{'match': 'include', 'value': 'b'}"), "xab"),
            part("Content-Language", "de"),
            part("Origin", "http://host"));

    private static Rule type(String match) {
        return Rule.of("{'match': '" + match + "'}");
    }

    private static Rule include(String value) {
        return Rule.of("{'match': 'include', 'value': '" + value + "'}");
    }

    private static Rule date(String format) {
        return Rule.of("{'match': 'date', 'format': '" + format + "'}");
    }

    private static SamplePart path(String path) {
        return new SamplePart("", List.of(path), null);
    }

    private static SamplePart path(String path, Rule rule) {
        return new SamplePart("", List.of(path), rule);
    }

    private static SamplePart part(String name, String... values) {
        return new SamplePart(name, Arrays.asList(values), null);
    }

    private static SamplePart part(String name, Rule rule, String... values) {
        return new SamplePart(name, Arrays.asList(values), rule);
    }
}
