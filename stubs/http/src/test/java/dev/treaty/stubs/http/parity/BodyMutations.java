package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.common.Gzip;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Changes to the bytes of any body, and to the text of a body that is not JSON. */
final class BodyMutations {

    private static final List<String> OTHERS = List.of(
            "{}",
            "[]",
            "null",
            "\"\"",
            "x",
            "1",
            "a=1",
            "<a/>",
            " ",
            "\n",
            "\u0000",
            "--b1--\r\n",
            "\u001f\u008b",
            "{\"a\":1}");

    /** A text to search for, and its replacement. */
    private static final List<List<String>> TEXTS = List.of(
            List.of("<c>", "<c >"),
            List.of("<c>", "<c><d/>"),
            List.of("<c>", "<c><!-- x -->"),
            List.of("</c>", ""),
            List.of("\"1\"", "'1'"),
            List.of("\"1\"", "\"2\""),
            List.of("<a ", "<a x=\"y\" "),
            List.of("<a", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a"),
            List.of("<a", "<!DOCTYPE a><a"),
            List.of("<c>2", "<c><![CDATA[2]]>"),
            List.of("<c>2", "<c>&#50;"),
            List.of("<c>2", "<c>\n2\n"),
            List.of("<c>2</c>", "<c>3</c>"),
            List.of("<c>2</c>", "<c>2</c><c>2</c>"),
            List.of("<c/>", "<c></c>"),
            List.of("urn:x", "urn:y"),
            List.of("xmlns:n", "xmlns:m"),
            List.of("<n:c", "<c"),
            List.of("hello", "hollo"),
            List.of("hello", "HELLO"),
            List.of("hello", ""),
            List.of("\r\n", "\n"),
            List.of("b1", "b2"),
            List.of("name=\"f\"", "name=\"g\""),
            List.of("name=\"f\"", "name=f"),
            List.of("filename=\"x.txt\"", "filename=\"y.txt\""),
            List.of("; filename=\"x.txt\"", ""),
            List.of("text/plain", "text/html"),
            List.of("Content-Type", "content-type"),
            List.of("--b1--", "--b1"),
            List.of("--b1--\r\n", ""),
            List.of("\u00c3\u00a9", "\u00e9"));

    private BodyMutations() {}

    static List<RequestMutation> all() {
        return List.of(
                change("none", (body, place, value) -> ""),
                change("another", (body, place, value) -> RequestMutation.pick(OTHERS, value)),
                change(
                        "cut off",
                        (body, place, value) ->
                                body.isEmpty() ? body : body.substring(0, Math.floorMod(place, body.length()))),
                change(
                        "a byte appended",
                        (body, place, value) -> body
                                + RequestMutation.pick(List.of(" ", "\n", "x", "\u0000", "}", "\r\n", "&"), value)),
                change(
                        "a byte prepended",
                        (body, place, value) ->
                                RequestMutation.pick(List.of(" ", "\n", "\u00ef\u00bb\u00bf", "x"), value) + body),
                change(
                        "a byte replaced",
                        (body, place, value) -> body.isEmpty()
                                ? body
                                : PathMutations.spliced(
                                        body, place, 1, String.valueOf((char) Math.floorMod(value, 256)))),
                change("another text", BodyMutations::anotherText),
                change("in ISO-8859-1", (body, place, value) -> recoded(body, ISO_8859_1)),
                change("in UTF-16", (body, place, value) -> recoded(body, UTF_16)),
                new RequestMutation(
                        "body: in ISO-8859-1, and declared", (request, place, value) -> declared(request, ISO_8859_1)),
                new RequestMutation(
                        "body: in UTF-16, and declared", (request, place, value) -> declared(request, UTF_16)),
                new RequestMutation(
                        "body: compressed with gzip",
                        (request, place, value) -> compressed(request, "gzip", gzip(request.body()))),
                new RequestMutation(
                        "body: compressed with gzip, declared in upper case",
                        (request, place, value) -> compressed(request, "GZIP", gzip(request.body()))),
                change("compressed with gzip, undeclared", (body, place, value) -> gzip(body)),
                new RequestMutation(
                        "body: declared as compressed",
                        (request, place, value) -> compressed(
                                request,
                                RequestMutation.pick(
                                        List.of("gzip", "deflate", "br", "identity", "x-gzip", "gzip, gzip"), value),
                                request.body())),
                new RequestMutation(
                        "body: compressed with deflate",
                        (request, place, value) -> compressed(request, "deflate", deflated(request.body()))),
                new RequestMutation("body: in chunks", (request, place, value) -> chunked(request, place)));
    }

    private interface BodyEdit {
        String apply(String body, int place, int value);
    }

    private static RequestMutation change(String name, BodyEdit edit) {
        return new RequestMutation(
                "body: " + name,
                (request, place, value) -> HeaderMutations.isChunked(request)
                        ? request
                        : request.withBody(edit.apply(request.body(), place, value)));
    }

    private static String anotherText(String body, int place, int value) {
        for (var i = 0; i < TEXTS.size(); i++) {
            var text = RequestMutation.pick(TEXTS, value + i);
            if (body.contains(text.get(0))) {
                return body.replace(text.get(0), text.get(1));
            }
        }
        return body;
    }

    private static String recoded(String utf8, Charset charset) {
        return bytes(new String(utf8.getBytes(ISO_8859_1), UTF_8).getBytes(charset));
    }

    private static Request declared(Request request, Charset charset) {
        var type = request.headers().stream()
                .filter(header -> header.startsWith("Content-Type: "))
                .findFirst();
        if (type.isEmpty() || HeaderMutations.isChunked(request)) {
            return request;
        }
        var declaration = type.get().replaceFirst(";\\s*charset=[^;]*", "") + ";charset=" + charset.name();
        return request.withHeaders(HeaderMutations.replaced(request.headers(), "Content-Type", declaration))
                .withBody(recoded(request.body(), charset));
    }

    private static Request compressed(Request request, String encoding, String body) {
        if (HeaderMutations.isChunked(request)) {
            return request;
        }
        return request.withHeaders(HeaderMutations.replaced(
                        request.headers(), "Content-Encoding", "Content-Encoding: " + encoding))
                .withBody(body);
    }

    /** In one or two chunks; from then on, the body may not be changed any further. */
    private static Request chunked(Request request, int place) {
        if (HeaderMutations.isChunked(request)) {
            return request;
        }
        var body = request.body();
        var cut = body.isEmpty() ? 0 : Math.floorMod(place, body.length());
        var headers = new ArrayList<>(request.headers());
        headers.add("Transfer-Encoding: chunked");
        return request.withHeaders(headers)
                .withBody(chunk(body.substring(0, cut)) + chunk(body.substring(cut)) + "0\r\n\r\n");
    }

    private static String chunk(String body) {
        return body.isEmpty() ? "" : Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
    }

    private static String gzip(String body) {
        return bytes(Gzip.gzip(body.getBytes(ISO_8859_1)));
    }

    private static String deflated(String body) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(bytes)) {
            packed.write(body.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(bytes.toByteArray());
    }

    private static String bytes(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
