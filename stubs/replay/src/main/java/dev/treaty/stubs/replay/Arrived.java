package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wiremock.jakarta.servlet.http.HttpServletRequest;

/** A request as it came over the wire, before anybody makes anything of it; only gzip is undone. */
final class Arrived {

    private final String method;
    private final String url;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Arrived(String method, String url, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    static Arrived of(Request request) {
        var headers = new LinkedHashMap<String, List<String>>();
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.values()));
        var body = request.getBody();
        return new Arrived(request.getMethod().getName(), request.getUrl(), headers, body == null ? new byte[0] : body);
    }

    static Arrived of(HttpServletRequest request, byte[] unpackedBody) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.putIfAbsent(name, Collections.list(request.getHeaders(name)));
        }
        var query = request.getQueryString();
        return new Arrived(
                request.getMethod(),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                headers,
                unpackedBody);
    }

    String method() {
        return method;
    }

    /** From the first slash on, still encoded; the first segment is the provider. */
    String url() {
        return url;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    /** All values of a header, whatever the case of its name. */
    List<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    byte[] body() {
        return body;
    }
}
