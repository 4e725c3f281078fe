package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.Request;
import java.util.List;
import java.util.function.Supplier;

/** A request that can be compared with contracts. */
public final class ParsedRequest implements ReceivedRequest {

    /** Where a provider's messages are requested with POST; below the provider's own paths. No contract may use it. */
    public static final String MESSAGES_PATH = "/__messages";

    private final RawRequest raw;
    private final String path;
    private final List<RequestedState> states;
    private final List<RequestedState> preferred;
    private final Lazy<Request> request;

    ParsedRequest(RawRequest raw, String path, List<String> preferredStates, Supplier<Request> request) {
        this.raw = raw;
        this.path = path;
        states = RequestedState.in(raw);
        preferred = preferredStates.isEmpty()
                ? List.of()
                : preferredStates.stream().map(RequestedState::parse).toList();
        this.request = new Lazy<>(request);
    }

    @Override
    public String provider() {
        return raw.provider();
    }

    /** As contracts see it, without the header {@value RequestedState#HEADER}; read when it is needed, because a replay needs none of it. */
    public Request request() {
        return request.get();
    }

    /** The provider states that the request asks for. */
    public List<RequestedState> states() {
        return states;
    }

    /** The provider states that its client prefers, but does not insist on. */
    public List<RequestedState> preferredStates() {
        return preferred;
    }

    /** Whether it asks for a message instead of an HTTP response. */
    public boolean isForMessage() {
        return method().equals("POST") && path.equals(MESSAGES_PATH);
    }

    @Override
    public String method() {
        return raw.method();
    }

    @Override
    public String path() {
        return path;
    }
}
