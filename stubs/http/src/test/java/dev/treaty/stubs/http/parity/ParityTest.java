package dev.treaty.stubs.http.parity;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.common.Gzip;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stub accepts exactly what pact-jvm's mock server accepts. All rows with the same pact use the same pair of servers, one after the
 * other, because starting them takes longer than the request.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ParityTest {

    private static final boolean ACCEPTED = true;
    private static final boolean REFUSED = false;

    private static final Map<String, ParityCheck> CHECKS_BY_PACT = new HashMap<>();

    @AfterAll
    static void close() {
        CHECKS_BY_PACT.values().forEach(ParityCheck::close);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"json", "forms", "queries", "headers", "paths", "bodies", "encodings", "dates", "olderSpecifications"
    })
    void the_stub_accepts_what_the_mock_server_accepts(
            String contract, String difference, boolean accepted, String pact, Request request) {
        var check = CHECKS_BY_PACT.computeIfAbsent(pact, ParityCheck::new);

        var fromMockServer = check.sendToMockServer(request);
        var fromStub = check.sendToStub(request);

        assertThat(isAccepted(fromMockServer)).as("accepted by pact-jvm").isEqualTo(accepted);
        assertThat(isAccepted(fromStub)).as(fromStub.text()).isEqualTo(accepted);
        if (!accepted) {
            assertThat(fromStub.status()).as(fromStub.text()).isIn(400, 404);
        } else {
            assertThat(fromStub.status()).isEqualTo(fromMockServer.status());
            assertThat(fromStub.text()).isEqualTo(fromMockServer.text());
        }
    }

    private static boolean isAccepted(RawHttp.Response response) {
        return response.status() < 300;
    }

    static Stream<Arguments> json() {
        var contract = contract("""
                {"method": "POST", "path": "/things",
                 "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"name": "x", "size": 1}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {"$.size": {"combine": "AND", "matchers": [{"match": "integer"}]}}}}""");
        return rows("a JSON body", contract)
                .row("the example", ACCEPTED, json("{\"name\": \"x\", \"size\": 1}"))
                .row("another integer", ACCEPTED, json("{\"name\": \"x\", \"size\": 99}"))
                .row("another order", ACCEPTED, json("{\"size\": 1, \"name\": \"x\"}"))
                .row("white space", ACCEPTED, json("  {\n\"name\" :\"x\" ,\t\"size\":1}\n"))
                .row("an additional key", REFUSED, json("{\"name\": \"x\", \"size\": 1, \"color\": \"red\"}"))
                .row("a missing key", REFUSED, json("{\"name\": \"x\"}"))
                .row("a string instead of a number", REFUSED, json("{\"name\": \"x\", \"size\": \"1\"}"))
                .row("a decimal instead of an integer", REFUSED, json("{\"name\": \"x\", \"size\": 1.5}"))
                .row("null instead of a number", REFUSED, json("{\"name\": \"x\", \"size\": null}"))
                .row("another string", REFUSED, json("{\"name\": \"y\", \"size\": 1}"))
                .row("not JSON", REFUSED, json("{\"name\""))
                .row("no body", REFUSED, Request.post("/things", "application/json", ""))
                .row(
                        "another charset",
                        ACCEPTED,
                        things("application/json;charset=ISO-8859-1", "{\"name\":\"x\",\"size\":1}"))
                .row(
                        "the charset named",
                        ACCEPTED,
                        things("application/json; charset=UTF-8", "{\"name\":\"x\",\"size\":1}"))
                .row("another media type", REFUSED, things("text/plain", "{\"name\":\"x\",\"size\":1}"))
                .row("another JSON type", REFUSED, things("application/vnd.x+json", "{\"name\":\"x\",\"size\":1}"))
                .row("no media type", REFUSED, bytes("/things", "{\"name\":\"x\",\"size\":1}".getBytes(UTF_8)))
                .row(
                        "another method",
                        REFUSED,
                        Request.of(
                                "PUT",
                                "/things",
                                "{\"name\":\"x\",\"size\":1}".getBytes(UTF_8),
                                "Content-Type: application/json"))
                .row(
                        "the method in lower case",
                        ACCEPTED,
                        Request.of(
                                "post",
                                "/things",
                                "{\"name\":\"x\",\"size\":1}".getBytes(UTF_8),
                                "Content-Type: application/json"))
                .stream();
    }

    static Stream<Arguments> forms() {
        var contract = contract("""
                {"method": "POST", "path": "/payments",
                 "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                 "body": {"content": "amount=2000&metadata%5Border_id%5D=6735&expand%5B%5D=a&expand%5B%5D=b",
                          "contentType": "application/x-www-form-urlencoded", "encoded": false},
                 "matchingRules": {"body": {
                   "$.amount": {"combine": "AND", "matchers": [{"match": "regex", "regex": "\\\\d+"}]},
                   "$['metadata[order_id]']": {"combine": "AND", "matchers": [{"match": "regex", "regex": "\\\\d{4}"}]}}}}""");
        return rows("a form", contract)
                .row(
                        "the example",
                        ACCEPTED,
                        form("amount=2000&metadata%5Border_id%5D=6735&expand%5B%5D=a&expand%5B%5D=b"))
                .row("unencoded brackets", ACCEPTED, form("amount=2000&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row("another order", ACCEPTED, form("expand[]=a&metadata[order_id]=1234&expand[]=b&amount=7"))
                .row(
                        "another order of a repeated field",
                        REFUSED,
                        form("amount=2000&metadata[order_id]=6735&expand[]=b&expand[]=a"))
                .row("a repeated field once less", REFUSED, form("amount=2000&metadata[order_id]=6735&expand[]=a"))
                .row(
                        "an additional field",
                        REFUSED,
                        form("amount=2000&metadata[order_id]=6735&expand[]=a&expand[]=b&currency=eur"))
                .row("a missing field", REFUSED, form("amount=2000&expand[]=a&expand[]=b"))
                .row(
                        "a value that does not match",
                        REFUSED,
                        form("amount=many&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row(
                        "a matched value in brackets that does not match",
                        REFUSED,
                        form("amount=2000&metadata[order_id]=67350&expand[]=a&expand[]=b"))
                .row(
                        "the charset named",
                        ACCEPTED,
                        Request.post(
                                "/payments",
                                "application/x-www-form-urlencoded;charset=UTF-8",
                                "amount=2000&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row(
                        "another charset",
                        ACCEPTED,
                        Request.post(
                                "/payments",
                                "application/x-www-form-urlencoded;charset=ISO-8859-1",
                                "amount=2000&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row(
                        "an unknown charset",
                        REFUSED,
                        Request.post(
                                "/payments",
                                "application/x-www-form-urlencoded;charset=nonsense",
                                "amount=2000&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row("a field without a value", REFUSED, form("amount&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row(
                        "a malformed escape in another field",
                        REFUSED,
                        form("amount=1&metadata[order_id]=6735&expand[]=a&expand[]=%"))
                .row("a plus for a space", REFUSED, form("amount=2+0&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row("a malformed escape", REFUSED, form("amount=%zz&metadata[order_id]=6735&expand[]=a&expand[]=b"))
                .row("JSON instead", REFUSED, Request.post("/payments", "application/json", "{\"amount\":2000}"))
                .stream();
    }

    static Stream<Arguments> queries() {
        var contract = contract("""
                {"method": "GET", "path": "/charges",
                 "query": {"limit": ["2"], "created[gte]": ["100"], "expand[]": ["a", "b"]},
                 "matchingRules": {"query": {"created[gte]": {"combine": "AND", "matchers": [{"match": "regex", "regex": "\\\\d+"}]}}}}""");
        return rows("a query", contract)
                .row("the example", ACCEPTED, Request.get("/charges?limit=2&created[gte]=100&expand[]=a&expand[]=b"))
                .row(
                        "encoded brackets",
                        ACCEPTED,
                        Request.get("/charges?limit=2&created%5Bgte%5D=7&expand%5B%5D=a&expand%5B%5D=b"))
                .row("another order", ACCEPTED, Request.get("/charges?expand[]=a&created[gte]=7&expand[]=b&limit=2"))
                .row(
                        "another order of a repeated parameter",
                        REFUSED,
                        Request.get("/charges?limit=2&created[gte]=100&expand[]=b&expand[]=a"))
                .row(
                        "an additional parameter",
                        REFUSED,
                        Request.get("/charges?limit=2&created[gte]=100&expand[]=a&expand[]=b&x=y"))
                .row("a missing parameter", REFUSED, Request.get("/charges?limit=2&expand[]=a&expand[]=b"))
                .row(
                        "a repeated parameter once more",
                        REFUSED,
                        Request.get("/charges?limit=2&created[gte]=100&expand[]=a&expand[]=b&expand[]=c"))
                .row(
                        "a parameter without a value",
                        REFUSED,
                        Request.get("/charges?limit&created[gte]=100&expand[]=a&expand[]=b"))
                .row(
                        "a value that does not match",
                        REFUSED,
                        Request.get("/charges?limit=2&created[gte]=x&expand[]=a&expand[]=b"))
                .row("no query", REFUSED, Request.get("/charges"))
                .row("empty parts", ACCEPTED, Request.get("/charges?&limit=2&&created[gte]=100&expand[]=a&expand[]=b&"))
                .row(
                        "a malformed escape",
                        REFUSED,
                        Request.get("/charges?limit=2&created[gte]=100&expand[]=a&expand[]=%zz"))
                .row(
                        "a character that a URI cannot have",
                        REFUSED,
                        Request.get("/charges?limit=2&created[gte]=1|0&expand[]=a&expand[]=b"))
                .stream();
    }

    static Stream<Arguments> headers() {
        var contract = contract("""
                {"method": "GET", "path": "/me",
                 "headers": {"Authorization": ["Bearer a"], "Accept": ["application/json", "text/html;q=0.5"], "X-Names": ["a, b"], "Cookie": ["theme=dark"]},
                 "matchingRules": {"header": {"Authorization": {"combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer \\\\w+"}]}}}}""");
        var bearer = "Authorization: Bearer token";
        var accept = "Accept: application/json, text/html;q=0.5";
        var names = "X-Names: a, b";
        var cookie = "Cookie: session=1; theme=dark";
        var list = contract("""
                {"method": "GET", "path": "/list", "headers": {"X-List": ["a, b"]},
                 "matchingRules": {"header": {"X-List": {"combine": "AND", "matchers": [{"match": "regex", "regex": "[a-z], [a-z]"}]}}}}""");
        var lists = rows("a list that matches", list)
                .row("another one", ACCEPTED, Request.get("/list", "X-List: c, d"))
                .row("the same one twice", ACCEPTED, Request.get("/list", "X-List: c, d", "X-List: c, d"))
                .row("two of them", ACCEPTED, Request.get("/list", "X-List: c, d", "X-List: e, f"))
                .row("one that does not match beside it", REFUSED, Request.get("/list", "X-List: c, d", "X-List: e"));
        var fields = rows("headers", contract)
                .row("the example", ACCEPTED, Request.get("/me", bearer, accept, names, cookie))
                .row("an additional header", ACCEPTED, Request.get("/me", bearer, accept, names, cookie, "X-More: 1"))
                .row(
                        "names in the other case",
                        ACCEPTED,
                        Request.get("/me", "aUTHORIZATION: Bearer x", accept, "x-names: a, b", "cookie: theme=dark"))
                .row("a missing header", REFUSED, Request.get("/me", accept, names, cookie))
                .row(
                        "a value that does not match",
                        REFUSED,
                        Request.get("/me", "Authorization: Basic eDp5", accept, names, cookie))
                .row(
                        "a list in two headers",
                        ACCEPTED,
                        Request.get(
                                "/me", bearer, "Accept: application/json", "Accept: text/html;q=0.5", names, cookie))
                .row(
                        "a list in another order",
                        REFUSED,
                        Request.get("/me", bearer, "Accept: text/html;q=0.5, application/json", names, cookie))
                .row(
                        "another parameter in a list",
                        REFUSED,
                        Request.get("/me", bearer, "Accept: application/json, text/html;q=0.9", names, cookie))
                .row("a shorter list", REFUSED, Request.get("/me", bearer, "Accept: application/json", names, cookie))
                .row(
                        "white space after a comma",
                        ACCEPTED,
                        Request.get("/me", bearer, accept, "X-Names: a,    b", cookie))
                .row("an empty value", REFUSED, Request.get("/me", bearer, accept, "X-Names:", cookie))
                .row("another cookie", REFUSED, Request.get("/me", bearer, accept, names, "Cookie: theme=light"))
                .row(
                        "cookies in two headers",
                        ACCEPTED,
                        Request.get("/me", bearer, accept, names, "Cookie: session=1", "Cookie: theme=dark"))
                .row(
                        "an invalid cookie",
                        ACCEPTED,
                        Request.get("/me", bearer, accept, names, "Cookie: a b=\"c; theme=dark; =x"))
                .row(
                        "a value that is not ASCII",
                        REFUSED,
                        Request.get("/me", "Authorization: Bearer \u00fc", accept, names, cookie))
                .row("no cookie", REFUSED, Request.get("/me", bearer, accept, names))
                .row(
                        "a tab for a space",
                        ACCEPTED,
                        Request.get("/me", "Authorization: Bearer\ttoken", accept, "X-Names: a,\tb", cookie))
                .row("a field that is repeated", ACCEPTED, Request.get("/me", bearer, accept, names, names, cookie))
                .row(
                        "a field that is repeated with another value",
                        REFUSED,
                        Request.get("/me", bearer, accept, names, "X-Names: a, c", cookie))
                .row(
                        "an expectation of 100-continue",
                        ACCEPTED,
                        Request.get("/me", bearer, accept, names, cookie, "Expect: 100-continue"));
        return Stream.of(fields, lists).flatMap(Rows::stream);
    }

    static Stream<Arguments> paths() {
        var literal = contract("{\"method\": \"GET\", \"path\": \"/a/Messages.json\"}");
        var encoded = contract("{\"method\": \"GET\", \"path\": \"/files/a%20b%2Fc\"}");
        var matched = contract("""
                {"method": "GET", "path": "/customers/cus_1",
                 "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "^/customers/cus_\\\\w+$"}]}}}""");
        var anyPath = contract("{\"method\": \"GET\", \"path\": \"/.*\"}");
        var noRegex = contract("{\"method\": \"GET\", \"path\": \"/a[\"}");
        var lowerCase = contract("{\"method\": \"GET\", \"path\": \"/files/a%2fb\"}");
        var slash = contract("{\"method\": \"GET\", \"path\": \"/files/a/b\"}");
        var umlaut = contract("{\"method\": \"GET\", \"path\": \"/größe\"}");
        var space = contract("{\"method\": \"GET\", \"path\": \"/a b\"}");
        var at = contract("{\"method\": \"GET\", \"path\": \"/users/a@b.de\"}");
        var encodedAt = contract("{\"method\": \"GET\", \"path\": \"/users/a%40b.de\"}");
        return Stream.of(
                        rows("a path", literal)
                                .row("the example", ACCEPTED, Request.get("/a/Messages.json"))
                                .row("what it matches as a regex", ACCEPTED, Request.get("/a/Messages-json"))
                                .row("a slash at the end", REFUSED, Request.get("/a/Messages.json/"))
                                .row("the other case", REFUSED, Request.get("/a/messages.json"))
                                .row("encoded needlessly", REFUSED, Request.get("/a/Messages%2Ejson"))
                                .row("two slashes inside", REFUSED, Request.get("/a//Messages.json"))
                                .row("two slashes at the start", REFUSED, Request.get("//a/Messages.json"))
                                .row("two slashes, which start a host", ACCEPTED, Request.get("//host/a/Messages.json"))
                                .row("dot segments", REFUSED, Request.get("/a/../a/Messages.json"))
                                .row("path parameters", REFUSED, Request.get("/a/Messages.json;v=1"))
                                .row("the absolute form", ACCEPTED, Request.get("http://localhost/a/Messages.json"))
                                .row(
                                        "the absolute form of another host",
                                        ACCEPTED,
                                        Request.get("http://host:1/a/Messages.json"))
                                .row(
                                        "the absolute form with an invalid scheme",
                                        REFUSED,
                                        Request.get("h$ttp://localhost/a/Messages.json"))
                                .row(
                                        "the absolute form of another scheme, without a path",
                                        REFUSED,
                                        Request.get("other://localhost"))
                                .row(
                                        "a URL inside, which pact-jvm removes",
                                        ACCEPTED,
                                        Request.get("/ahttp://host/Messages.json"))
                                .row("the root", REFUSED, Request.get("/"))
                                .row("a character that a URI cannot have", REFUSED, Request.get("/a/{Messages}.json")),
                        rows("an encoded path", encoded)
                                .row("the example", ACCEPTED, Request.get("/files/a%20b%2Fc"))
                                .row("an escape in the other case", REFUSED, Request.get("/files/a%20b%2fc"))
                                .row("a plus", REFUSED, Request.get("/files/a+b%2Fc"))
                                .row("decoded", REFUSED, Request.get("/files/a%20b/c")),
                        rows("an escape in lower case", lowerCase)
                                .row("the example", ACCEPTED, Request.get("/files/a%2fb"))
                                .row("in upper case", REFUSED, Request.get("/files/a%2Fb"))
                                .row("decoded", REFUSED, Request.get("/files/a/b")),
                        rows("a slash", slash)
                                .row("encoded in upper case", REFUSED, Request.get("/files/a%2Fb"))
                                .row("encoded in lower case", REFUSED, Request.get("/files/a%2fb")),
                        rows("an umlaut that is not encoded", umlaut)
                                .row("encoded", REFUSED, Request.get("/gr%C3%B6%C3%9Fe"))
                                .row("encoded in lower case", REFUSED, Request.get("/gr%c3%b6%c3%9fe")),
                        rows("a space that is not encoded", space)
                                .row("encoded", REFUSED, Request.get("/a%20b"))
                                .row("as a plus", REFUSED, Request.get("/a+b")),
                        rows("an at sign", at)
                                .row("the example", ACCEPTED, Request.get("/users/a@b.de"))
                                .row("encoded", REFUSED, Request.get("/users/a%40b.de")),
                        rows("an at sign that is encoded", encodedAt)
                                .row("the example", ACCEPTED, Request.get("/users/a%40b.de"))
                                .row("decoded", REFUSED, Request.get("/users/a@b.de")),
                        rows("a matched path", matched)
                                .row("the example", ACCEPTED, Request.get("/customers/cus_1"))
                                .row("another that matches", ACCEPTED, Request.get("/customers/cus_ABC"))
                                .row("one that does not", REFUSED, Request.get("/customers/sub_1"))
                                .row("a longer one", REFUSED, Request.get("/customers/cus_1/x")),
                        rows("any path", anyPath)
                                .row("the root", ACCEPTED, Request.get("/"))
                                .row("a host without a path", REFUSED, Request.get("//host"))
                                .row("a host and a query", REFUSED, Request.get("//host?a=1")),
                        rows("a path that is not a valid regex", noRegex)
                                .row("another path", REFUSED, Request.get("/a")))
                .flatMap(Rows::stream);
    }

    static Stream<Arguments> bodies() {
        var image = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff};
        var archive = Gzip.gzip("contents");
        var noBody = contract("{\"method\": \"POST\", \"path\": \"/things\"}");
        var xml = contract("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/xml"]},
                 "body": {"content": "<a b=\\"1\\"><c>2</c></a>", "contentType": "application/xml", "encoded": false}}""");
        var text = contract("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["text/plain"]},
                 "body": {"content": "hello", "contentType": "text/plain", "encoded": false},
                 "matchingRules": {"body": {"$": {"combine": "AND", "matchers": [{"match": "regex", "regex": "h.*o"}]}}}}""");
        var equal = contract("""
                {"method": "POST", "path": "/things", "body": {"content": "hello", "contentType": "text/plain", "encoded": false},
                 "matchingRules": {"body": {"$": {"combine": "AND", "matchers": [{"match": "equality"}]}}}}""");
        var multipart =
                "--b1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b1--\r\n";
        var upload = contract("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["multipart/form-data; boundary=b1"]},
                 "body": {"content": "%s", "contentType": "multipart/form-data; boundary=b1", "encoded": "base64"},
                 "matchingRules": {"header": {"Content-Type": {"combine": "AND", "matchers": [{"match": "regex", "regex": "multipart/form-data;.*"}]}}}}""".formatted(Base64.getEncoder().encodeToString(multipart.getBytes(UTF_8))));
        return Stream.of(
                        rows("no body", noBody)
                                .row("no body", ACCEPTED, bytes("/things", new byte[0]))
                                .row("an unexpected body", ACCEPTED, json("{}"))
                                .row("any body", ACCEPTED, things("application/octet-stream", "x"))
                                .row(
                                        "no body, declared as gzip",
                                        REFUSED,
                                        bytes("/things", new byte[0], "Content-Encoding: gzip")),
                        rows("XML", xml)
                                .row("the example", ACCEPTED, things("application/xml", "<a b=\"1\"><c>2</c></a>"))
                                .row("another attribute", REFUSED, things("application/xml", "<a b=\"2\"><c>2</c></a>"))
                                .row(
                                        "an additional element",
                                        REFUSED,
                                        things("application/xml", "<a b=\"1\"><c>2</c><d/></a>"))
                                .row("not XML", REFUSED, things("application/xml", "<a")),
                        rows("a text", text)
                                .row("the example", ACCEPTED, things("text/plain", "hello"))
                                .row("another that matches", ACCEPTED, things("text/plain", "ho"))
                                .row("one that does not", REFUSED, things("text/plain", "bye")),
                        rows("a text that must be equal, without a type", equal)
                                .row("its text of another type", REFUSED, things("image/png", "hello"))
                                .row("its text of a type that is none", REFUSED, things("2", "hello")),
                        rows("an image", binary(image))
                                .row("the example", ACCEPTED, bytes("/things", image, "Content-Type: image/png"))
                                .row(
                                        "in an unknown charset",
                                        ACCEPTED,
                                        bytes("/things", image, "Content-Type: image/png; charset=nonsense"))
                                .row(
                                        "other bytes",
                                        REFUSED,
                                        bytes("/things", new byte[] {1, 2, 3}, "Content-Type: image/png")),
                        rows("a compressed file", binary(archive))
                                .row("the example", ACCEPTED, bytes("/things", archive, "Content-Type: image/png"))
                                .row(
                                        "its contents",
                                        REFUSED,
                                        bytes("/things", "contents".getBytes(UTF_8), "Content-Type: image/png")),
                        rows("an upload", upload)
                                .row("the example", ACCEPTED, things("multipart/form-data; boundary=b1", multipart))
                                .row(
                                        "another boundary",
                                        ACCEPTED,
                                        things("multipart/form-data; boundary=b2", multipart.replace("b1", "b2")))
                                .row(
                                        "other contents",
                                        REFUSED,
                                        things("multipart/form-data; boundary=b1", multipart.replace("hello", "bye")))
                                .row(
                                        "another field",
                                        REFUSED,
                                        things("multipart/form-data; boundary=b1", multipart.replace("\"f\"", "\"g\"")))
                                .row("no boundary", REFUSED, things("multipart/form-data", multipart))
                                .row(
                                        "no end",
                                        REFUSED,
                                        things("multipart/form-data; boundary=b1", multipart.replace("--b1--\r\n", "")))
                                .row("not multipart", REFUSED, things("multipart/form-data; boundary=b1", "hello")))
                .flatMap(Rows::stream);
    }

    static Stream<Arguments> encodings() {
        var contract = contract("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"name": "Jürgen"}, "contentType": "application/json", "encoded": false}}""");
        var plain = "{\"name\":\"Jürgen\"}";
        var type = "Content-Type: application/json";
        return rows("a body in UTF-8", contract)
                .row("the example", ACCEPTED, bytes("/things", plain.getBytes(UTF_8), type))
                .row("in ISO-8859-1, undeclared", REFUSED, bytes("/things", plain.getBytes(ISO_8859_1), type))
                .row("escaped", ACCEPTED, json("{\"name\":\"J\\u00fcrgen\"}"))
                .row(
                        "compressed with gzip",
                        ACCEPTED,
                        bytes("/things", Gzip.gzip(plain), type, "Content-Encoding: gzip"))
                .row("with a byte order mark", REFUSED, bytes("/things", ("\uFEFF" + plain).getBytes(UTF_8), type))
                .row("compressed with gzip, undeclared", REFUSED, bytes("/things", Gzip.gzip(plain), type))
                .row(
                        "declared as gzip, but not compressed",
                        REFUSED,
                        bytes("/things", plain.getBytes(UTF_8), type, "Content-Encoding: gzip"))
                .row(
                        "empty and declared as gzip",
                        REFUSED,
                        bytes("/things", new byte[0], type, "Content-Encoding: gzip"))
                .row(
                        "another body, in an unknown charset",
                        REFUSED,
                        bytes("/things", "name".getBytes(UTF_8), "Content-Type: application/json; charset=nonsense"))
                .row("in chunks", ACCEPTED, chunked(plain, type))
                .stream();
    }

    /** Formats as in {@code java.text.SimpleDateFormat}, whose parser is lenient. */
    static Stream<Arguments> dates() {
        return Stream.of(
                        date("date", "yyyy-MM-dd", "2020-02-09")
                                .row("without leading zeros", ACCEPTED, dated("2020-2-9"))
                                .row("a day that does not exist", ACCEPTED, dated("2020-02-30"))
                                .row("a month that does not exist", ACCEPTED, dated("2020-13-01"))
                                .row("a space before it", ACCEPTED, dated(" 2020-02-09"))
                                .row("a space after it", REFUSED, dated("2020-02-09 "))
                                .row("without hyphens", REFUSED, dated("20200209"))
                                .row("with a time", REFUSED, dated("2020-02-09T00:00")),
                        date("date", "EEE, dd MMM yyyy", "Sun, 09 Feb 2020")
                                .row("another day of the week", ACCEPTED, dated("Mon, 09 Feb 2020"))
                                .row("in lower case", ACCEPTED, dated("sun, 09 feb 2020"))
                                .row("in another language", REFUSED, dated("So, 09 Mai 2020")),
                        date("date", "uuuu-MM-dd", "2020-02-09")
                                .row("the example", ACCEPTED, dated("2020-02-09"))
                                .row("a negative year", REFUSED, dated("-2020-02-09")),
                        date("date", "no format", "x").row("the example", REFUSED, dated("x")),
                        date("time", "HH:mm", "12:30")
                                .row("an hour that does not exist", ACCEPTED, dated("25:00"))
                                .row("a minute that does not exist", ACCEPTED, dated("12:60"))
                                .row("with seconds", REFUSED, dated("12:30:00")),
                        date("time", "hh:mm a", "12:30 PM").row("in lower case", ACCEPTED, dated("13:30 pm")),
                        date("datetime", "yyyy-MM-dd'T'HH:mm:ssXXX", "2020-02-09T12:30:00+01:00")
                                .row("in UTC", ACCEPTED, dated("2020-02-09T12:30:00Z"))
                                .row("a zone without a colon", REFUSED, dated("2020-02-09T12:30:00+0100"))
                                .row("no zone", REFUSED, dated("2020-02-09T12:30:00"))
                                .row("in lower case", REFUSED, dated("2020-02-09t12:30:00z")),
                        date("datetime", "yyyy-MM-dd'T'HH:mm:ss.SSSZ", "2020-02-09T12:30:00.000+0100")
                                .row("in UTC", ACCEPTED, dated("2020-02-09T12:30:00.000Z"))
                                .row("more digits", ACCEPTED, dated("2020-02-09T12:30:00.000000+0100"))
                                .row("a zone with a colon", REFUSED, dated("2020-02-09T12:30:00.000+01:00")),
                        date("datetime", "yyyy-MM-dd'T'HH:mmXXX'['VV']'", "2020-01-01T10:00+01:00[Europe/Warsaw]")
                                .row("the example", ACCEPTED, dated("2020-01-01T10:00+01:00[Europe/Warsaw]"))
                                .row("no name of a zone", REFUSED, dated("2020-01-01T10:00+01:00")))
                .flatMap(Rows::stream);
    }

    private static Rows date(String rule, String format, String example) {
        return rows(rule + " " + format, contract("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"date": "%s"}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {"$.date": {"combine": "AND", "matchers": [{"match": "%s", "format": "%s"}]}}}}""".formatted(example, rule, format)));
    }

    private static Request dated(String date) {
        return json("{\"date\": \"" + date + "\"}");
    }

    static Stream<Arguments> olderSpecifications() {
        var v2 = """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{"description": "x", "providerState": "s",
                   "request": {"method": "get", "path": "/x", "query": "a=1&b=2", "headers": {"Accept": "text/html, text/plain"},
                               "matchingRules": {"$.query.a": {"match": "regex", "regex": "\\\\d"}}},
                   "response": {"status": 200, "body": "v2"}}],
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}}""";
        var v3 = """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{"description": "x", "providerStates": [{"name": "s", "params": {"id": 1}}],
                   "request": {"method": "POST", "path": "/x", "headers": {"Content-Type": "application/json"}, "body": {"a": 1},
                               "matchingRules": {"body": {"$.a": {"combine": "AND", "matchers": [{"match": "type"}]}}}},
                   "response": {"status": 201, "headers": {"Content-Type": "application/json"}, "body": {"b": 2}}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""";
        var withoutType = """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{"description": "x", "request": {"method": "POST", "path": "/x", "body": {"a": 1, "$x": 1}},
                   "response": {"status": 200, "body": {"a": 1, "$x": 1}}}],
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}}""";
        var jsonAsText = """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{"description": "x",
                   "request": {"method": "POST", "path": "/x", "headers": {"Content-Type": "text/plain"}, "body": {"b": 1, "a": 1}},
                   "response": {"status": 200, "headers": {"Content-Type": "text/plain"}, "body": {"b": 1, "a": 1}}}],
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}}""";
        var undescribed = """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{%s"request": {"method": "get", "path": "/x"}, "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "%s"}}}""";
        var atSign = """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{"description": "x", "request": {"method": "GET", "path": "/x", "query": %s}, "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "%s"}}}""";
        var nothing = """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{"description": "x", "request": {"method": "POST", "path": "/x", "body": null}, "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}}""";
        return Stream.of(
                        rows("null as the body of no type", nothing)
                                .row(
                                        "blank, in an unknown charset",
                                        ACCEPTED,
                                        Request.post("/x", "application/json; charset=nonsense", " ")),
                        rows("V2 without a description", undescribed.formatted("", "2.0.0"))
                                .row("the example", ACCEPTED, Request.get("/x")),
                        rows(
                                        "V3 with null as its description",
                                        undescribed.formatted("\"description\": null, ", "3.0.0"))
                                .row("the example", ACCEPTED, Request.get("/x")),
                        rows(
                                        "V4 with a number as its description",
                                        undescribed.formatted(
                                                "\"type\": \"Synchronous/HTTP\", \"description\": 5, ", "4.0"))
                                .row("the example", ACCEPTED, Request.get("/x")),
                        rows("an at sign in a query of V2", atSign.formatted("\"mail=a%40b.de\"", "2.0.0"))
                                .row("encoded", ACCEPTED, Request.get("/x?mail=a%40b.de"))
                                .row("decoded", ACCEPTED, Request.get("/x?mail=a@b.de"))
                                .row("encoded twice", REFUSED, Request.get("/x?mail=a%2540b.de")),
                        rows("an at sign in a query of V3", atSign.formatted("{\"mail\": [\"a@b.de\"]}", "3.0.0"))
                                .row("encoded", ACCEPTED, Request.get("/x?mail=a%40b.de"))
                                .row("decoded", ACCEPTED, Request.get("/x?mail=a@b.de")),
                        rows("an escape in a query of V3", atSign.formatted("{\"mail\": [\"a%40b.de\"]}", "3.0.0"))
                                .row("encoded", REFUSED, Request.get("/x?mail=a%40b.de"))
                                .row("encoded twice", ACCEPTED, Request.get("/x?mail=a%2540b.de")),
                        rows("a body without a type that sorted is not JSON to pact-jvm", withoutType)
                                .row("its example", REFUSED, bytes("/x", "{\"a\":1,\"$x\":1}".getBytes(UTF_8))),
                        rows("JSON as text", jsonAsText)
                                .row("sorted", ACCEPTED, Request.post("/x", "text/plain", "{\"a\":1,\"b\":1}"))
                                .row(
                                        "in another order",
                                        REFUSED,
                                        Request.post("/x", "text/plain", "{\"b\":1,\"a\":1}")),
                        rows("V2", v2)
                                .row(
                                        "the example",
                                        ACCEPTED,
                                        Request.get("/x?a=1&b=2", "Accept: text/html, text/plain"))
                                .row(
                                        "a value that matches",
                                        ACCEPTED,
                                        Request.get("/x?a=7&b=2", "Accept: text/html, text/plain"))
                                .row(
                                        "one that does not",
                                        REFUSED,
                                        Request.get("/x?a=10&b=2", "Accept: text/html, text/plain")),
                        rows("V3", v3)
                                .row("the example", ACCEPTED, Request.post("/x", "application/json", "{\"a\":1}"))
                                .row("the same type", ACCEPTED, Request.post("/x", "application/json", "{\"a\":7}"))
                                .row("another type", REFUSED, Request.post("/x", "application/json", "{\"a\":\"7\"}")))
                .flatMap(Rows::stream);
    }

    private static String contract(String request) {
        return pact("consumer", "provider", http("a request", request, text("response")));
    }

    private static String binary(byte[] body) {
        return contract("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["image/png"]},
                 "body": {"content": "%s", "contentType": "image/png", "encoded": "base64"}}""".formatted(Base64.getEncoder().encodeToString(body)));
    }

    private static Request json(String body) {
        return things("application/json", body);
    }

    private static Request things(String contentType, String body) {
        return Request.post("/things", contentType, body);
    }

    private static Request form(String body) {
        return Request.post("/payments", "application/x-www-form-urlencoded", body);
    }

    private static Request bytes(String target, byte[] body, String... headers) {
        return Request.of("POST", target, body, headers);
    }

    private static Request chunked(String body, String contentType) {
        var bytes = body.getBytes(UTF_8);
        var chunks = new ByteArrayOutputStream();
        chunks.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        chunks.writeBytes(bytes);
        chunks.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
        return bytes("/things", chunks.toByteArray(), contentType, "Transfer-Encoding: chunked");
    }

    private static Rows rows(String contract, String pact) {
        return new Rows(contract, pact, Stream.of());
    }

    private record Rows(String contract, String pact, Stream<Arguments> stream) {

        Rows row(String difference, boolean accepted, Request request) {
            return new Rows(
                    contract,
                    pact,
                    Stream.concat(stream, Stream.of(Arguments.of(contract, difference, accepted, pact, request))));
        }
    }
}
