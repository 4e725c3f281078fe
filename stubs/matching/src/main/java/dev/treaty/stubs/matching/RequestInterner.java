package dev.treaty.stubs.matching;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds expected requests that are equal, like those of interactions that differ only in their provider state, so that a received
 * request is compared with one of them and not with each.
 */
final class RequestInterner {

    private final Map<String, IRequest> firstByPath = new HashMap<>();
    private final Map<String, Map<Key, IRequest>> others = new HashMap<>();

    /** The first request that was equal to this one; this one if there was none. */
    IRequest intern(IRequest request) {
        var first = firstByPath.putIfAbsent(request.getPath(), request);
        if (first == null) {
            return request;
        }
        // most paths occur once, and hashing a request costs more than the rest of loading it
        var known = others.computeIfAbsent(request.getPath(), path -> new HashMap<>(Map.of(Key.of(first), first)));
        return known.computeIfAbsent(Key.of(request), same -> request);
    }

    /** @param bodyType which pact-jvm does not compare when it compares bodies */
    private record Key(IRequest request, ContentType bodyType) {

        static Key of(IRequest request) {
            return new Key(request, request.getBody().getContentType());
        }
    }
}
