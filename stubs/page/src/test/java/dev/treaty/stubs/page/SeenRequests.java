package dev.treaty.stubs.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.page.source.Outcome;
import dev.treaty.stubs.page.source.SeenRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests as a journal has them. */
public final class SeenRequests {

    private SeenRequests() {}

    /** A request that nothing answered. */
    public static SeenRequest miss(
            long number, String method, String url, Map<String, List<String>> headers, String body) {
        return of(number, method, url, headers, body, Outcome.MISS, 404, "not found");
    }

    public static SeenRequest of(
            long number,
            String method,
            String url,
            Map<String, List<String>> headers,
            String body,
            Outcome outcome,
            int status,
            String response) {
        var ignoringCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        ignoringCase.putAll(headers);
        return new SeenRequest(
                number,
                Instant.ofEpochSecond(number),
                RawRequest.atMainPort(method, url, ignoringCase, body.getBytes(UTF_8)),
                outcome,
                status,
                Map.of("Content-Type", List.of("text/plain")),
                response.getBytes(UTF_8),
                null);
    }
}
