package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.auth.KeySet;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.provider.apigateway.downstream.ServiceCalls;
import dev.treaty.provider.service.tokens.KeyLookup;
import dev.treaty.provider.service.tokens.KeySetCache;
import dev.treaty.provider.service.tokens.PublishedKey;
import java.util.List;
import java.util.Optional;

/** Auth-service's keys, fetched through the client whose contract was recorded, and cached. */
final class GatewayKeys {

    private final KeySetCache cache;
    private final AuthService auth;
    private final ServiceCalls calls;
    private final KeyLookup trusted;

    /** @param trusted keys that are accepted besides, for provider states */
    GatewayKeys(KeySetCache cache, AuthService auth, ServiceCalls calls, KeyLookup trusted) {
        this.cache = cache;
        this.auth = auth;
        this.calls = calls;
        this.trusted = trusted;
    }

    /** Looks keys up for one request, whose id goes to auth-service if it has to be called. */
    KeyLookup forRequest(RequestId request) {
        return trusted.or(id -> cache.find(id, () -> fetch(request)));
    }

    private Optional<List<PublishedKey>> fetch(RequestId request) {
        return calls.call(() -> auth.keySet(request)) instanceof ServiceResponse.Success<KeySet> success
                ? Optional.of(success.value().keys().stream()
                        .map(key -> new PublishedKey(key.kid(), key.n(), key.e()))
                        .toList())
                : Optional.empty();
    }
}
