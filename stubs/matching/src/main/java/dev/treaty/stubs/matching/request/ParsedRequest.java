package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.Request;
import java.util.List;

/**
 * A request that can be compared with contracts.
 *
 * @param request without the header {@value RequestedState#HEADER}, which no contract sees
 * @param states the provider states that the request asks for
 */
public record ParsedRequest(String provider, Request request, List<RequestedState> states) implements ReceivedRequest {

    /** Where a provider's messages are requested with POST; below the provider's own paths. No contract may use it. */
    public static final String MESSAGES_PATH = "/__messages";

    /** Whether it asks for a message instead of an HTTP response. */
    public boolean isForMessage() {
        return method().equals("POST") && path().equals(MESSAGES_PATH);
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getPath();
    }
}
