package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.common.Gzip;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The body that a generated contract expects.
 *
 * <p>No rule requires a whole body to include a text: pact-jvm 4.7.5 searches for it in what Java prints for an array of bytes
 * ({@code "[B@5e91993f"}, in {@code matchInclude}), so the result would be random.
 *
 * @param contentType empty for none
 * @param content one character per byte
 * @param rules by path in the body, e.g. {@code "$.a[0]"}
 */
public record ExpectedBody(Kind kind, String contentType, String content, Map<String, MatchingRule> rules) {

    /** How the contract contains the body: not at all, as null, as JSON, as text, or in Base64. */
    public enum Kind {
        MISSING,
        NULL,
        JSON,
        TEXT,
        BINARY
    }

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PART =
            "--b1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n";
    private static final String FIELD = "--b1\r\nContent-Disposition: form-data; name=\"g\"\r\n\r\n1\r\n";
    private static final String JSON_PART =
            "--b1\r\nContent-Disposition: form-data; name=\"j\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n";
    private static final String END = "--b1--\r\n";
    private static final String IMAGE = "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u00ff";
    private static final String PACKED = new String(Gzip.gzip("contents"), ISO_8859_1);

    public static final ExpectedBody NONE = new ExpectedBody(Kind.MISSING, "", "", Map.of());

    public static final List<ExpectedBody> NO_BODIES = List.of(
            NONE,
            NONE,
            NONE,
            new ExpectedBody(Kind.MISSING, "application/json", "", Map.of()),
            new ExpectedBody(Kind.NULL, "", "", Map.of()),
            new ExpectedBody(Kind.NULL, "application/json", "", Map.of()),
            text("", ""),
            text("text/plain", ""),
            text("application/json", ""));

    public static final List<ExpectedBody> FORMS = List.of(
            text(FORM, "a=1"),
            text(FORM, "a=1&b=2"),
            text(FORM, "a=1&a=2"),
            text(FORM, "q=a+b&u=%C3%A9"),
            text(FORM, "q=a%20b"),
            text(FORM, "expand%5B%5D=a&expand%5B%5D=b"),
            text(FORM, "a"),
            text(FORM, "a="),
            text(FORM, "=1&&"),
            text(FORM + "; charset=UTF-8", "u=%C3%A9"),
            text(FORM + "; charset=ISO-8859-1", "u=%E9"),
            text(
                    FORM,
                    "amount=2000&metadata%5Bid%5D=67",
                    Map.of("$.amount", MatchingRule.regex("\\d+"), "$['metadata[id]']", MatchingRule.regex("\\d{2}"))),
            text(FORM, "a=1&b=x", Map.of("$.a", rule("integer"), "$.b", rule("type"))),
            text(FORM, "a=1&a=2", Map.of("$.a", rule("integer"))),
            text(FORM, "a=1&a=2", Map.of("$.a[*]", rule("integer"))),
            text(FORM, "a=true&b=1.5", Map.of("$.a", rule("boolean"), "$.b", rule("decimal"))),
            text(FORM, "day=2000-02-01", Map.of("$.day", MatchingRule.of("{'match': 'date', 'format': 'yyyy-MM-dd'}"))),
            text(FORM, "a=hello", Map.of("$.a", MatchingRule.of("{'match': 'include', 'value': 'ell'}"))),
            text(FORM, "a=1.2.3&b=x", Map.of("$.a", rule("semver"), "$.b", rule("notEmpty"))),
            text(FORM, "a=1", Map.of("$.a", MatchingRule.anyOf("{'match': 'integer'}", "{'match': 'semver'}"))),
            text(FORM, "a=1&b=2", Map.of("$.*", rule("integer"))),
            text(FORM, "a=1", Map.of("$", MatchingRule.regex("a=\\d"))));

    public static final List<ExpectedBody> XML = List.of(
            xml("<a b=\"1\"><c>2</c></a>"),
            xml("<a><c>2</c><c>2</c></a>"),
            xml("<a><c/></a>"),
            xml("<a/>"),
            xml("<a xmlns:n=\"urn:x\"><n:c>2</n:c></a>"),
            xml("<a xmlns=\"urn:x\" b=\"1\"/>"),
            xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\u00c3\u00a9</a>"),
            xml("<a>\n <c>2</c>\n</a>"),
            xml("<a><![CDATA[<x>]]></a>"),
            xml("<a b=\"1\"><c>2</c></a>", Map.of("$.a['@b']", rule("integer"))),
            xml("<a b=\"1\"><c>2</c></a>", Map.of("$.a.c['#text']", MatchingRule.regex("\\d"))),
            xml("<a><c>2</c></a>", Map.of("$.a", MatchingRule.of("{'match': 'type', 'min': 1}"))),
            xml("<a><c>2</c></a>", Map.of("$.a.c", rule("type"))),
            xml("<a><c>2</c></a>", Map.of("$.a", rule("type"))),
            xml("<a><c>2</c><c>2</c></a>", Map.of("$.a", MatchingRule.of("{'match': 'type', 'max': 2}"))),
            xml("<a b=\"x\"/>", Map.of("$.a['@b']", rule("notEmpty"))),
            xml("<a><c>2</c></a>", Map.of("$.a.c['#text']", MatchingRule.of("{'match': 'include', 'value': '2'}"))),
            xml("<a", Map.of()));

    public static final List<ExpectedBody> TEXTS = List.of(
            text("text/plain", "hello"),
            text("text/plain", "h\u00c3\u00a9llo"),
            text("text/plain; charset=ISO-8859-1", "h\u00e9llo"),
            text("text/csv", "a,b\r\n1,2\r\n"),
            text("text/html", "<p>hello</p>"),
            text("application/javascript", "hello()"),
            text("text/plain", "hello", Map.of("$", MatchingRule.regex("h.*o"))),
            text("text/plain", "hello", Map.of("$", rule("type"))),
            text("text/plain", "hello", Map.of("$", rule("equality"))),
            text(
                    "text/plain",
                    "hello",
                    Map.of("$", MatchingRule.of("{'match': 'contentType', 'value': 'text/plain'}"))),
            text("text/plain", "hello", Map.of("$", rule("notEmpty"))),
            text("text/plain", "1", Map.of("$", rule("integer"))),
            text("text/plain", "1.2.3", Map.of("$", rule("semver"))),
            text(
                    "text/plain",
                    "{\"a\":1}",
                    Map.of("$", MatchingRule.of("{'match': 'contentType', 'value': 'application/json'}"))),
            text("", "hello"),
            text("", "{\"a\":1}"),
            text("application/json", "{\"a\""),
            text("application/json", "hello"));

    public static final List<ExpectedBody> BINARIES = List.of(
            binary("image/png", IMAGE),
            binary("application/octet-stream", "\u0000\u0001\u00ff"),
            binary("application/gzip", PACKED),
            binary("application/octet-stream", PACKED),
            binary("application/pdf", "%PDF-1.4\n"),
            binary("application/octet-stream", "hello"),
            binary("image/png", IMAGE, Map.of("$", MatchingRule.of("{'match': 'contentType', 'value': 'image/png'}"))),
            binary(
                    "application/octet-stream",
                    "%PDF-1.4\n",
                    Map.of("$", MatchingRule.of("{'match': 'contentType', 'value': 'application/pdf'}"))),
            binary("application/octet-stream", IMAGE, Map.of("$", rule("equality"))),
            binary("multipart/form-data; boundary=b1", PART + END),
            binary("multipart/form-data; boundary=b1", PART + FIELD + END),
            binary("multipart/form-data; boundary=b1", FIELD + JSON_PART + END),
            binary("multipart/mixed; boundary=b1", PART + END),
            binary("multipart/form-data; boundary=\"b1\"", PART + END),
            binary(
                    "multipart/form-data; boundary=b1",
                    PART + END,
                    Map.of("$.f", MatchingRule.of("{'match': 'contentType', 'value': 'text/plain'}"))),
            binary("multipart/form-data; boundary=b1", JSON_PART + END, Map.of("$.j.a", rule("integer"))),
            binary("multipart/form-data; boundary=b1", FIELD + END, Map.of("$.g", MatchingRule.regex("\\d"))),
            binary("multipart/form-data; boundary=b1", FIELD + END, Map.of("$", MatchingRule.regex("(?s)--.*"))));

    private static MatchingRule rule(String match) {
        return MatchingRule.of("{'match': '" + match + "'}");
    }

    private static ExpectedBody text(String contentType, String content) {
        return text(contentType, content, Map.of());
    }

    private static ExpectedBody text(String contentType, String content, Map<String, MatchingRule> rules) {
        return new ExpectedBody(Kind.TEXT, contentType, content, rules);
    }

    private static ExpectedBody xml(String content) {
        return xml(content, Map.of());
    }

    private static ExpectedBody xml(String content, Map<String, MatchingRule> rules) {
        return new ExpectedBody(Kind.TEXT, "application/xml", content, rules);
    }

    private static ExpectedBody binary(String contentType, String content) {
        return binary(contentType, content, Map.of());
    }

    private static ExpectedBody binary(String contentType, String content, Map<String, MatchingRule> rules) {
        return new ExpectedBody(Kind.BINARY, contentType, content, rules);
    }

    public static ExpectedBody json(String contentType, String content, Map<String, MatchingRule> rules) {
        return new ExpectedBody(Kind.JSON, contentType, new String(content.getBytes(UTF_8), ISO_8859_1), rules);
    }

    /** The content decoded with the charset of the content type, by default UTF-8. */
    public String text() {
        var charset = contentType.toUpperCase(Locale.ROOT).contains("ISO-8859-1") ? ISO_8859_1 : UTF_8;
        return new String(bytes(), charset);
    }

    public byte[] bytes() {
        return content.getBytes(ISO_8859_1);
    }
}
