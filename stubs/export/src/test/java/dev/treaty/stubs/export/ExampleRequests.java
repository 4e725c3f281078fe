package dev.treaty.stubs.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IRequest;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The example of a contract as the request that a client sends. */
final class ExampleRequests {

    private ExampleRequests() {}

    static RawRequest of(IRequest request) {
        return new RawRequest(
                request.getMethod(),
                request.getPath() + query(request),
                headers(request),
                new String(request.getBody().orEmpty(), ISO_8859_1));
    }

    private static String query(IRequest request) {
        return request.getQuery().isEmpty()
                ? ""
                : request.getQuery().entrySet().stream()
                        .flatMap(parameter -> parameter.getValue().stream()
                                .map(value -> encoded(parameter.getKey()) + "=" + encoded(String.valueOf(value))))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static List<String> headers(IRequest request) {
        var headers = new ArrayList<String>();
        request.getHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name + ": " + value)));
        return headers;
    }
}
