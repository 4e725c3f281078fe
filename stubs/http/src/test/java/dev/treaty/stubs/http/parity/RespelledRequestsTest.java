package dev.treaty.stubs.http.parity;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.common.Gzip;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.parity.RequestMutation.MutatedRequest;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that differ from what pact-jvm accepts in ways in which the stub differs from it, in several of them at once, as the nights found them; and
 * others beside them that differ in more.
 */
class RespelledRequestsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String RESPONSE = "{\"status\": 200, \"headers\": {\"X-Interaction\": [\"0\"]}}";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void the_stub_accepts_what_means_the_same_as_something_that_pact_jvm_accepts(
            String what, String contract, Request request) {
        try (var check = new ParityCheck(contract)) {
            assertThat(check.sendToMockServer(request).status())
                    .as("a difference")
                    .isIn(400, 500);
            assertThat(check.compare(new MutatedRequest(request, List.of())).accepted())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void another_spelling_never_means_anything_else(String what, String contract, Request request) {
        assertThat(ParityCheck.accepted(contract, request)).isEmpty();
    }

    /** pact-jvm accepts it, unless another test has chosen the stub server's own parser for the process. */
    @Test
    void the_stub_refuses_xml_with_a_document_type() {
        var contract = contract("""
                "path": "/x", "headers": {"Content-Type": ["application/xml"]},
                "body": {"content": "<a/>", "contentType": "application/xml", "encoded": false}""");
        var request = post("application/xml", "<!DOCTYPE a><a/>");
        try (var check = new ParityCheck(contract)) {
            assertThat(check.compare(new MutatedRequest(request, List.of())).accepted())
                    .isFalse();
        }
    }

    /** pact-jvm packs it once more, and then it is not empty. */
    @Test
    void nothing_that_is_compressed_is_empty() {
        var request =
                post("text/plain", "").withHeaders(List.of("Content-Type: text/plain", "Content-Encoding: deflate"));
        try (var check = new ParityCheck(text("notEmpty"))) {
            assertThat(check.sendToMockServer(request).status()).isEqualTo(200);
            assertThat(check.compare(new MutatedRequest(request, List.of())).accepted())
                    .isFalse();
        }
    }

    static Stream<Arguments> the_stub_accepts_what_means_the_same_as_something_that_pact_jvm_accepts() {
        return Stream.of(
                row("a form without an equals sign in the contract", form("a", true), post(FORM, "a=")),
                row("a form without an equals sign in the request", form("a=", true), post(FORM, "a")),
                row(
                        "a form without an equals sign, in another charset",
                        form("a=&b=%C3%A9", true),
                        post(FORM + ";charset=ISO-8859-1", "a&b=%E9")),
                row("a form without an equals sign and without a type", form("a", false), untyped("a=")),
                row(
                        "a form without an equals sign, a type, or a coding that pact-jvm knows",
                        form("a=", false),
                        packed(untyped("a"), "x-gzip")),
                row(
                        "a parameter without an equals sign before a fragment, with signs of browsers",
                        contract("\"path\": \"/x\", \"query\": {\"a\": [\"\"], \"b\": [\"{\"]}"),
                        empty("/x?b={&a#fragment")),
                row(
                        "a list in one field beside a text with a comma",
                        contract(
                                "\"path\": \"/x\", \"headers\": {\"X-A\": [\"a\", \"b\"], \"X-Forwarded-For\": [\"1.1.1.1, 2.2.2.2\"]}"),
                        empty("/x", "X-A: a, b", "X-Forwarded-For: 1.1.1.1, 2.2.2.2")),
                row(
                        "a list in one field beside one in two",
                        contract("\"path\": \"/x\", \"headers\": {\"X-A\": [\"a\", \"b\"], \"X-B\": [\"a, b\"]}"),
                        empty("/x", "X-A: a, b", "X-B: a", "X-B: b")),
                row("a number with an exponent, and nothing else", number("number"), json("1E+2")),
                row(
                        "a number with an exponent, in another charset",
                        number("number"),
                        post("application/json;charset=UTF-16", in(UTF_16, "1e2"))),
                row("null in another charset", nothing(), post("application/json;charset=UTF-16", in(UTF_16, "null"))),
                row("a text with any bytes", text("type"), post("text/plain", " \u0000\n\u00ff")),
                row(
                        "a text without a type, and a number in a query, before a fragment",
                        contract("""
                                "path": "/x", "query": {"n": ["1"]}, "body": {"content": "a", "contentType": "text/plain", "encoded": false},
                                "matchingRules": {"query": {"n": {"matchers": [{"match": "integer"}]}}, "body": {"$": {"matchers": [{"match": "type"}]}}}"""),
                        untyped("b").withTarget("/x?n=-2#fragment")),
                row(
                        "a part of the type that is asked for, and a boundary in quotes in the contract",
                        upload("multipart/form-data; boundary=\"b1\""),
                        post("multipart/form-data; boundary=b1", part("other"))),
                row(
                        "a part of the type that is asked for, and a boundary in quotes in the request",
                        upload("multipart/form-data; boundary=b1"),
                        post("multipart/form-data;Boundary=\"b1\"", part("other"))));
    }

    static Stream<Arguments> another_spelling_never_means_anything_else() {
        return Stream.of(
                row("another form", form("a", true), post(FORM, "a=b")),
                row("the text null", form("a", true), post(FORM, "a=null")),
                row("no type of a form whose contract has one", form("a", true), untyped("a=")),
                row("another type", form("a", false), post("text/plain", "a=")),
                row(
                        "a list in another order",
                        contract("\"path\": \"/x\", \"headers\": {\"X-A\": [\"a\", \"b\"]}"),
                        empty("/x", "X-A: b, a")),
                row("a number with an exponent as an integer", number("integer"), json("1e2")),
                row("a number as text", number("number"), json("\"1e2\"")),
                row("a body instead of null", nothing(), json("{}")),
                row("a text of another type", text("type"), post("text/csv", "a")),
                row("a text that is no integer", text("integer"), post("text/plain", "1.5")),
                row(
                        "a part of another type",
                        upload("multipart/form-data; boundary=b1"),
                        post("multipart/form-data; boundary=b1", part("%PDF-1.4\n"))),
                row(
                        "a part with another name",
                        upload("multipart/form-data; boundary=b1"),
                        post("multipart/form-data; boundary=b1", part("other").replace("\"f\"", "\"g\""))));
    }

    private static Arguments row(String what, String contract, Request request) {
        return Arguments.of(what, contract, request);
    }

    private static String contract(String members) {
        return pact("consumer", "provider", http("a request", "{\"method\": \"POST\", " + members + "}", RESPONSE));
    }

    private static String form(String form, boolean isTyped) {
        return contract(
                "\"path\": \"/x\", %s \"body\": {\"content\": \"%s\", \"contentType\": \"%s\", \"encoded\": false}"
                        .formatted(isTyped ? "\"headers\": {\"Content-Type\": [\"" + FORM + "\"]}," : "", form, FORM));
    }

    private static String number(String rule) {
        return contract("""
                "path": "/x", "headers": {"Content-Type": ["application/json"]},
                "body": {"content": 1, "contentType": "application/json", "encoded": false},
                "matchingRules": {"body": {"$": {"matchers": [{"match": "%s"}]}}}""".formatted(rule));
    }

    private static String text(String rule) {
        return contract("""
                "path": "/x", "body": {"content": "1", "contentType": "text/plain", "encoded": false},
                "matchingRules": {"body": {"$": {"matchers": [{"match": "%s"}]}}}""".formatted(rule));
    }

    /** Of V3, which has null as a body. */
    private static String nothing() {
        return """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{"description": "nothing",
                   "request": {"method": "POST", "path": "/x", "headers": {"Content-Type": "application/json"}, "body": null},
                   "response": {"status": 200, "headers": {"X-Interaction": "0"}}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""";
    }

    private static String upload(String type) {
        return contract("""
                "path": "/x", "headers": {"Content-Type": ["%s"]},
                "body": {"content": "%s", "contentType": "%1$s", "encoded": "base64"},
                "matchingRules": {"body": {"$.f": {"matchers": [{"match": "contentType", "value": "text/plain"}]}}}""".formatted(
                        type.replace("\"", "\\\""),
                        Base64.getEncoder().encodeToString(part("hello").getBytes(UTF_8))));
    }

    private static String part(String contents) {
        return """
                --b1\r
                Content-Disposition: form-data; name="f"; filename="x.txt"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --b1--\r
                """.formatted(contents);
    }

    private static Request json(String body) {
        return post("application/json", body);
    }

    /** @param body one character for each byte */
    private static Request post(String type, String body) {
        return untyped(body).withHeaders(List.of("Content-Type: " + type));
    }

    private static Request untyped(String body) {
        return new Request("POST", "/x", List.of(), body);
    }

    private static Request empty(String target, String... headers) {
        return new Request("POST", target, List.of(headers), "");
    }

    private static String in(Charset charset, String text) {
        return new String(text.getBytes(charset), ISO_8859_1);
    }

    private static Request packed(Request request, String coding) {
        return request.withBody(new String(Gzip.gzip(request.body().getBytes(ISO_8859_1)), ISO_8859_1))
                .withHeaders(List.of("Content-Encoding: " + coding));
    }
}
