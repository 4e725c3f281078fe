package dev.treaty.stubs.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.page.Page;
import dev.treaty.stubs.page.PageAssets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/** Responses of the page, with the headers that keep a browser from doing anything else with them. */
final class PageResponse {

    private static final int WORTH_COMPRESSING = 1_000;

    private PageResponse() {}

    static StubResponse ofDocument(Request request, int status, String html) {
        return of(
                request,
                status,
                html.getBytes(UTF_8),
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Cache-Control", "no-store",
                        "Content-Security-Policy", Page.CONTENT_SECURITY_POLICY));
    }

    /** An asset, which may be kept for a year, because its address changes with its content; or that the browser has it already. */
    static StubResponse ofAsset(Request request, PageAssets.Asset asset) {
        var tag = "\"" + asset.version() + "\"";
        var headers = Map.of("ETag", tag, "Cache-Control", "public, max-age=31536000, immutable");
        if (tag.equals(request.getHttpFields().get(HttpHeader.IF_NONE_MATCH))) {
            return StubResponse.of(304, headers, new byte[0]);
        }
        return of(request, 200, asset.content(), Map.of("Content-Type", asset.type()))
                .withHeaders(headers);
    }

    /** What follows a form. */
    static StubResponse ofRedirect(String address) {
        return StubResponse.of(303, Map.of("Location", address, "Cache-Control", "no-store"), new byte[0]);
    }

    private static StubResponse of(Request request, int status, byte[] content, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.put("X-Content-Type-Options", "nosniff");
        all.put("Referrer-Policy", "same-origin");
        all.put("Vary", "Accept-Encoding");
        var isCompressed = content.length > WORTH_COMPRESSING && acceptsGzip(request);
        if (isCompressed) {
            all.put("Content-Encoding", "gzip");
        }
        return StubResponse.of(status, all, isCompressed ? compressed(content) : content);
    }

    private static boolean acceptsGzip(Request request) {
        return request.getHttpFields().getValuesList(HttpHeader.ACCEPT_ENCODING).stream()
                .anyMatch(coding -> coding.contains("gzip"));
    }

    private static byte[] compressed(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no device that could fail
        }
        return bytes.toByteArray();
    }
}
