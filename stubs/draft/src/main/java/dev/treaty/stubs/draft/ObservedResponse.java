package dev.treaty.stubs.draft;

import java.util.List;
import java.util.Map;

/**
 * The response that a request got, or should get.
 *
 * @param headers all values by name; any case
 * @param body as text; empty if there is none, or if it is binary
 */
public record ObservedResponse(int status, Map<String, List<String>> headers, String body) {

    /** What a draft has if nobody knows the response yet. */
    public static final ObservedResponse UNKNOWN = new ObservedResponse(200, Map.of(), "");

    public ObservedResponse {
        headers = ObservedRequest.ignoringCase(headers);
    }

    String contentType() {
        return String.join(", ", headers.getOrDefault("Content-Type", List.of()));
    }
}
