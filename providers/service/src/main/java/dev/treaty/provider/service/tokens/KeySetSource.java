package dev.treaty.provider.service.tokens;

import java.util.List;
import java.util.Optional;

/** Fetches the keys that auth-service publishes. */
@FunctionalInterface
public interface KeySetSource {

    /** The keys published now; empty if auth-service did not respond. */
    Optional<List<PublishedKey>> fetch();
}
