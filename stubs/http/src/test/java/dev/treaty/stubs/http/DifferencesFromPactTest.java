package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Where the stub server differs from pact-jvm; {@code stubs/matching/README.md} says why. */
class DifferencesFromPactTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
    private static final byte[] OTHER_PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};

    /**
     * A media type in a contract, and one that is sent.
     *
     * @param number of the case, which is its path
     */
    private record MediaTypes(int number, String expected, String sent, int status) {

        String interaction() {
            return http("case " + number, """
                    {"method": "POST", "path": "/%d", "headers": {"Content-Type": ["%s"]},
                     "body": {"contentType": "text/plain", "encoded": false, "content": "text"}}""".formatted(number, expected.replace("\"", "\\\"")), "{\"status\": 200}");
        }
    }

    private static final List<MediaTypes> CASES = List.of(
            new MediaTypes(0, "text/plain;charset=utf-8", "text/plain; charset=\"utf-8\"", 200),
            new MediaTypes(1, "text/plain; charset=\"utf-8\"", "text/plain;charset=UTF-8", 200),
            new MediaTypes(2, "text/plain;charset=utf-8", "text/plain;charset=utf-8;", 200),
            new MediaTypes(3, "text/plain;", "text/plain", 200),
            new MediaTypes(4, "text/plain;charset=utf-8", "text/plain;Charset=utf-8", 200),
            new MediaTypes(5, "text/plain;charset=utf-8", "text/plain;charset=ascii", 404),
            new MediaTypes(6, "text/plain;token=a=b", "text/plain;token=a=b", 200),
            new MediaTypes(7, "text/plain;token=a=b", "text/plain;token=a=c", 404),
            new MediaTypes(8, "text/plain;token=\"a;b\"", "text/plain;token=\"a;b\";x=y", 200),
            new MediaTypes(9, "text/plain;token=\"a;b\"", "text/plain;token=\"a;c\"", 404));

    private static final String RUBY = """
            {"consumer": {"name": "ruby"}, "provider": {"name": "p"}, "interactions": [
             {"description": "a page", "providerState": null,
              "request": {"method": "post", "path": "/page", "query": "page=1",
                          "matchingRules": {"$.query.page[0]": {"match": "regex", "regex": "\\\\d+"}}},
              "response": {"status": 200}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}""";

    private static final String UPLOAD =
            http("an upload", """
            {"method": "POST", "path": "/upload", "headers": {"Content-Type": ["multipart/form-data; boundary=line"]},
             "body": {"contentType": "multipart/form-data; boundary=line", "encoded": "base64", "content": "%s"},
             "matchingRules": {"body": {"$.file": {"matchers": [{"match": "contentType", "value": "image/png"}]}}}}""".formatted(Base64.getEncoder().encodeToString(upload(PNG))), "{\"status\": 200}");

    private static final ReplayServer STUB = ReplayServer.builder()
            .contractsOnly()
            .pacts(List.of(
                    PactFile.parse(Path.of("c-p.json"), pact("c", "p", interactions())),
                    PactFile.parse(Path.of("ruby-p.json"), RUBY)))
            .start();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void media_types_are_compared_as_HTTP_says(MediaTypes types) throws Exception {
        assertThat(send("/" + types.number(), types.sent(), "text".getBytes(ISO_8859_1)))
                .isEqualTo(types.status());
    }

    @Test
    void a_part_of_a_form_may_have_any_bytes_of_its_type() throws Exception {
        var type = "multipart/form-data; boundary=line";

        assertThat(send("/upload", type, upload(PNG))).isEqualTo(200);
        assertThat(send("/upload", type + ";", upload(OTHER_PNG))).isEqualTo(200);
        assertThat(send("/upload", type, upload(JPEG))).isEqualTo(404);
    }

    @Test
    void files_of_the_Ruby_core_have_rules_for_the_first_value_of_a_parameter() throws Exception {
        assertThat(send("/page?page=27", "text/plain", new byte[0])).isEqualTo(200);
        assertThat(send("/page?page=all", "text/plain", new byte[0])).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "integer, page=27, 200",
        "integer, page=2.5, 404",
        "integer, page=1&page=2, 200",
        "integer, page=1&page=x, 404",
        "decimal, page=2.5, 200",
        "decimal, page=x, 404",
        "number, page=-3, 200",
        "number, page=, 404",
        "semver, page=1.2.3, 200",
        "semver, page=1, 404"
    })
    void a_rule_for_numbers_is_about_each_value_of_a_parameter(String rule, String query, int status) {
        var contract = http("a page", """
                {"method": "GET", "path": "/x", "query": {"page": ["%s"]},
                 "matchingRules": {"query": {"page": {"matchers": [{"match": "%s"}]}}}}""".formatted(rule.equals("semver") ? "1.0.0" : "1", rule), "{\"status\": 200}");

        assertThat(statusOf(List.of(contract), Request.get("/p/x?" + query))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1e3, 200", "1E+3, 200", "-2.5e-3, 200", "'\"1e3\"', 404", "true, 404"})
    void a_number_in_JSON_may_have_an_exponent(String number, int status) {
        var contract = http("a number", """
                {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/json"]},
                 "body": {"contentType": "application/json", "encoded": false, "content": {"n": 1}},
                 "matchingRules": {"body": {"$.n": {"matchers": [{"match": "number"}]}}}}""", "{\"status\": 200}");
        var request = new Request("POST", "/p/x", List.of("Content-Type: application/json"), "{\"n\": " + number + "}");

        assertThat(statusOf(List.of(contract), request)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["a, b"]           | X-L: a, b                | 200
            ["a, b"]           | X-L: a;X-L: b            | 200
            ["a", "b"]         | X-L: a;X-L: b            | 200
            ["a", "b"]         | X-L: a, b                | 200
            ["a", "b"]         | X-L: b, a                | 404
            ["a", "b"]         | X-L: a                   | 404
            ["\\"a,b\\"", "c"] | X-L: "a,b", c            | 200
            ["a"]              | X-L: a, b                | 404
            ["Grüße"]          | X-L: Grüße               | 200
            ["Grüße"]          | X-L: Gr\u00c3\u00bc\u00c3\u009fe | 200
            ["Grüße"]          | X-L: Gruesse             | 404
            """)
    void a_list_in_a_header_may_be_one_field_or_several_and_text_Latin_1_or_UTF_8(
            String values, String fields, int status) {
        var request = new Request("GET", "/p/x", List.of(fields.split(";")), "");

        assertThat(statusOf(withHeader(values, 1), request)).isEqualTo(status);
        assertThat(statusOf(withHeader(values, 40), request))
                .as("among many that an index tells apart")
                .isEqualTo(status);
    }

    /** pact-jvm's mock server reads Latin-1, and refuses UTF-8. */
    @ParameterizedTest
    @CsvSource({"/p/gr\u00c3\u00b6\u00c3\u009fe, 200", "/p/gr\u00f6\u00dfe, 400", "/p/gr%C3%B6%C3%9Fe, 404"})
    void a_target_that_is_not_encoded_is_read_as_UTF_8(String target, int status) {
        var contract = http("a size", "{\"method\": \"GET\", \"path\": \"/größe\"}", "{\"status\": 200}");

        assertThat(statusOf(List.of(contract), Request.get(target))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        {"draft": [null]}               ; /x?draft                   ; 200
        {"draft": [null]}               ; /x?draft=                  ; 200
        {"draft": [""]}                 ; /x?draft                   ; 200
        {"draft": [""]}                 ; /x?draft=1                 ; 404
        {"q": ["{\\"a\\":[1|2]}"]}  ; /x?q={"a":[1|2]}           ; 200
        {"q": ["{\\"a\\":[1|2]}"]}  ; /x?q=%7B%22a%22:[1|2]%7D   ; 200
        {"q": ["{}"]}                   ; /x?q=%                     ; 404
        """)
    void a_query_is_read_as_browsers_write_it(String query, String target, int status) {
        var contract = http("a query", """
            {"method": "GET", "path": "/x", "query": %s}\
            """.formatted(query), "{\"status\": 200}");

        assertThat(statusOf(List.of(contract), Request.get("/p" + target))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"a=1&b=, 200", "a=1&b, 200", "b&a=1, 200", "a=1&b=null, 404", "a=1, 404"})
    void a_field_of_a_form_without_an_equals_sign_is_empty(String form, int status) {
        var contract = http("a form", """
            {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
             "body": {"contentType": "application/x-www-form-urlencoded", "encoded": false, "content": "a=1&b="}}\
            """, "{\"status\": 200}");

        assertThat(statusOf(List.of(contract), Request.post("/p/x", "application/x-www-form-urlencoded", form)))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/plain       | hello   | hello                    | 200
        text/plain       | hello   | bye                      | 404
        application/xml  | <a>1</a> | <a> 1 </a>              | 200
        application/xml  | <a>1</a> | <a>2</a>                | 404
        application/x-www-form-urlencoded | a=1&b=2 | b=2&a=1 | 200
        application/json | {}      | {}                       | 200
        text/html        | <p>x</p> | <p>x</p>                | 200
        text/html        | <p>x</p> | <p>y</p>                | 404
        image/svg+xml    | <svg/>  | <svg />                  | 200
        """)
    void a_body_without_a_type_is_compared_as_the_contract_s(String type, String example, String sent, int status) {
        var contract = http(
                "untyped",
                """
                {"method": "POST", "path": "/x", "body": {"contentType": "%s", "encoded": false, "content": %s}}\
                """.formatted(type, example.equals("{}") ? example : '"' + example + '"'),
                "{\"status\": 200}");
        var others = IntStream.range(0, 40).mapToObj(i -> http("other " + i, """
                    {"method": "POST", "path": "/x", "headers": {"X-N": ["%d"]}, "body": {"contentType": "application/json", "encoded": false, "content": {"n": %d}}}\
                    """.formatted(i, i), "{\"status\": 200}"));
        var request = new Request("POST", "/p/x", List.of(), sent);

        assertThat(statusOf(List.of(contract), request)).isEqualTo(status);
        assertThat(statusOf(Stream.concat(Stream.of(contract), others).toList(), request))
                .as("among many that an index tells apart")
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"match": "type"}                       | hello      | bye        | 200
        {"match": "equality"}                   | hello      | bye        | 404
        {"match": "equality"}                   | hello      | hello      | 200
        {"match": "include", "value": "ell"}    | hello      | a bell     | 200
        {"match": "include", "value": "ell"}    | hello      | bye        | 404
        {"match": "integer"}                    | 1          | 27         | 200
        {"match": "integer"}                    | 1          | 2.5        | 404
        {"match": "date", "format": "yyyy-MM-dd"} | 2026-01-08 | 2027-02-09 | 200
        {"match": "date", "format": "yyyy-MM-dd"} | 2026-01-08 | soon     | 404
        {"match": "regex", "regex": "h.*o"}     | hello      | halo       | 200
        """)
    void a_rule_for_a_text_is_about_the_text(String rule, String example, String sent, int status) {
        for (var type : List.of("text/plain", "text/csv")) {
            var contract = http("a text", """
                {"method": "POST", "path": "/x", "headers": {"Content-Type": ["%s"]},
                 "body": {"contentType": "%s", "encoded": false, "content": "%s"},
                 "matchingRules": {"body": {"$": {"matchers": [%s]}}}}\
                """.formatted(type, type, example, rule), "{\"status\": 200}");

            assertThat(statusOf(List.of(contract), Request.post("/p/x", type, sent)))
                    .as(type)
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 200", "null, 200", "' null ', 200", "{}, 404", "'\"null\"', 404"})
    void a_body_that_is_null_is_none_or_null_in_JSON(String sent, int status) {
        var contract = """
            {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [
             {"description": "none", "request": {"method": "POST", "path": "/x", "headers": {"Content-Type": "application/json"}, "body": null},
              "response": {"status": 200}}], "metadata": {"pactSpecification": {"version": "3.0.0"}}}\
            """;
        try (var stub = ReplayServer.builder()
                .contractsOnly()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), contract)))
                .start()) {
            var request = Request.post("/p/x", "application/json", sent);

            assertThat(RawHttp.send(stub.port(), request).status()).isEqualTo(status);
            assertThat(RawHttp.send(stub.port(), inChunks(request)).status())
                    .as("in chunks")
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "GZIP, gzip", "x-gzip, gzip", "deflate, zlib", "Deflate, raw"})
    void a_body_may_be_compressed_in_every_way_that_HTTP_names(String header, String how) throws IOException {
        var contract = http("packed", """
            {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/json"]},
             "body": {"contentType": "application/json", "encoded": false, "content": {"a": 1}}}\
            """, "{\"status\": 200}");
        String[] headers = {"Content-Type: application/json", "Content-Encoding: " + header};
        var matching = Request.of("POST", "/p/x", packed(how, "{\"a\": 1}"), headers);
        var other = Request.of("POST", "/p/x", packed(how, "{\"a\": 2}"), headers);

        assertThat(statusOf(List.of(contract), matching)).isEqualTo(200);
        assertThat(statusOf(List.of(contract), inChunks(matching))).isEqualTo(200);
        assertThat(statusOf(List.of(contract), other)).isEqualTo(404);
        assertThat(statusOf(List.of(contract), inChunks(other))).isEqualTo(404);
    }

    /** The body as one chunk and the end (RFC 9112, section 7.1). */
    private static Request inChunks(Request request) {
        var body = request.body();
        var chunk = body.isEmpty() ? "" : Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
        return request.withHeaders(Stream.concat(request.headers().stream(), Stream.of("Transfer-Encoding: chunked"))
                        .toList())
                .withBody(chunk + "0\r\n\r\n");
    }

    private static byte[] packed(String how, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = how.equals("gzip")
                ? new GZIPOutputStream(bytes)
                : new DeflaterOutputStream(bytes, new Deflater(9, how.equals("raw")))) {
            packing.write(text.getBytes(ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static List<String> withHeader(String values, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> http(
                        "header " + i, """
                        {"method": "GET", "path": "/x", "headers": {"X-L": %s}}""".formatted(i == 0 ? values : "[\"other " + i + "\"]"), "{\"status\": 200}"))
                .toList();
    }

    private static int statusOf(List<String> interactions, Request request) {
        var contract = PactFile.parse(Path.of("c-p.json"), pact("c", "p", interactions.toArray(String[]::new)));
        try (var stub =
                ReplayServer.builder().contractsOnly().pacts(List.of(contract)).start()) {
            return RawHttp.send(stub.port(), request).status();
        }
    }

    private static String[] interactions() {
        return IntStream.rangeClosed(0, CASES.size())
                .mapToObj(i -> i < CASES.size() ? CASES.get(i).interaction() : UPLOAD)
                .toArray(String[]::new);
    }

    private static byte[] upload(byte[] file) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("""
                --line\r
                Content-Disposition: form-data; name="file"; filename="a"\r
                Content-Type: image/png\r
                \r
                """.getBytes(ISO_8859_1));
        bytes.writeBytes(file);
        bytes.writeBytes("\r\n--line--\r\n".getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }

    private static int send(String target, String contentType, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(STUB.url("p") + target))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }
}
