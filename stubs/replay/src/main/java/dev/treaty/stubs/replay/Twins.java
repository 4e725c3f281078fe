package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IRequest;
import java.util.HashMap;
import java.util.Map;

/** Finds equal expected requests, as of interactions that differ in their state only, so that one of them is compared for all. */
final class Twins {

    private final Map<String, IRequest> firstByPath = new HashMap<>();
    private final Map<String, Map<Twin, IRequest>> others = new HashMap<>();

    /** The first request that equals this one; this one if it is the first. */
    IRequest sameAs(IRequest request) {
        var first = firstByPath.putIfAbsent(request.getPath(), request);
        if (first == null) {
            return request;
        }
        // most paths are there once, and hashing a request costs more than all else that is done to load it
        var known = others.computeIfAbsent(request.getPath(), path -> new HashMap<>(Map.of(Twin.of(first), first)));
        return known.computeIfAbsent(Twin.of(request), same -> request);
    }

    /** @param bodyType which pact-jvm leaves out of the equality of bodies */
    private record Twin(IRequest request, ContentType bodyType) {

        static Twin of(IRequest request) {
            return new Twin(request, request.getBody().getContentType());
        }
    }
}
