package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.http.HeaderFields;
import dev.treaty.provider.service.tokens.AccessTokenVerifier;
import dev.treaty.provider.service.tokens.BearerToken;
import dev.treaty.provider.service.tokens.KeyLookup;
import dev.treaty.provider.workspaceservice.workspaces.Caller;
import io.javalin.http.Context;

/** Identifies the caller of a request by its access token. */
final class CallerAuthentication {

    private final AccessTokenVerifier verifier;
    private final KeyLookup keys;

    CallerAuthentication(AccessTokenVerifier verifier, KeyLookup keys) {
        this.verifier = verifier;
        this.keys = keys;
    }

    /**
     * The caller of a request.
     *
     * @throws dev.treaty.provider.service.problems.Problem 401 if the access token is missing or not valid, 503 if it cannot be verified now
     */
    Caller caller(Context request) {
        var token = BearerToken.of(HeaderFields.value(request, "Authorization"));
        var user = token.verified(verifier, keys);
        return new Caller(user.id(), user.email());
    }
}
