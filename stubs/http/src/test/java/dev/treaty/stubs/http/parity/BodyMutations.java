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

/** Differences in the bytes of a body, whatever they say, and in the text of one that is no JSON. */
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

    /** What to look for in a text, and what to put there instead. */
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
                        "a byte more",
                        (body, place, value) -> body
                                + RequestMutation.pick(List.of(" ", "\n", "x", "\u0000", "}", "\r\n", "&"), value)),
                change(
                        "a byte more in front",
                        (body, place, value) ->
                                RequestMutation.pick(List.of(" ", "\n", "\u00ef\u00bb\u00bf", "x"), value) + body),
                change(
                        "another byte",
                        (body, place, value) -> body.isEmpty()
                                ? body
                                : PathMutations.spliced(
                                        body, place, 1, String.valueOf((char) Math.floorMod(value, 256)))),
                change("another text", BodyMutations::anotherText),
                change("in ISO-8859-1", (body, place, value) -> reread(body, ISO_8859_1)),
                change("in UTF-16", (body, place, value) -> reread(body, UTF_16)),
                new RequestMutation(
                        "body: in ISO-8859-1, and said so", (request, place, value) -> said(request, ISO_8859_1)),
                new RequestMutation("body: in UTF-16, and said so", (request, place, value) -> said(request, UTF_16)),
                new RequestMutation(
                        "body: packed with gzip",
                        (request, place, value) -> packed(request, "gzip", gzip(request.body()))),
                new RequestMutation(
                        "body: packed with gzip, said in capitals",
                        (request, place, value) -> packed(request, "GZIP", gzip(request.body()))),
                change("packed with gzip, unsaid", (body, place, value) -> gzip(body)),
                new RequestMutation(
                        "body: said to be packed",
                        (request, place, value) -> packed(
                                request,
                                RequestMutation.pick(
                                        List.of("gzip", "deflate", "br", "identity", "x-gzip", "gzip, gzip"), value),
                                request.body())),
                new RequestMutation(
                        "body: packed with deflate",
                        (request, place, value) -> packed(request, "deflate", deflated(request.body()))),
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

    private static String reread(String utf8, Charset charset) {
        return bytes(new String(utf8.getBytes(ISO_8859_1), UTF_8).getBytes(charset));
    }

    private static Request said(Request request, Charset charset) {
        var type = request.headers().stream()
                .filter(header -> header.startsWith("Content-Type: "))
                .findFirst();
        if (type.isEmpty() || HeaderMutations.isChunked(request)) {
            return request;
        }
        var said = type.get().replaceFirst(";\\s*charset=[^;]*", "") + ";charset=" + charset.name();
        return request.withHeaders(HeaderMutations.replaced(request.headers(), "Content-Type", said))
                .withBody(reread(request.body(), charset));
    }

    private static Request packed(Request request, String encoding, String body) {
        if (HeaderMutations.isChunked(request)) {
            return request;
        }
        return request.withHeaders(HeaderMutations.replaced(
                        request.headers(), "Content-Encoding", "Content-Encoding: " + encoding))
                .withBody(body);
    }

    /** In two chunks, or one; what is changed from then on would not be the body. */
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
