package dev.treaty.provider.threatintelligence;

import dev.treaty.provider.service.http.HeaderFields;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.tokens.AccessTokenVerifier;
import dev.treaty.provider.service.tokens.BearerToken;
import dev.treaty.provider.service.tokens.KeyLookup;
import io.javalin.http.Context;

/** Identifies the caller of a request by its access token, and checks what they may do, and how often. */
final class CallerAuthentication {

    private final AccessTokenVerifier verifier;
    private final KeyLookup keys;
    private final CallerLimit limit;

    CallerAuthentication(AccessTokenVerifier verifier, KeyLookup keys, CallerLimit limit) {
        this.verifier = verifier;
        this.keys = keys;
        this.limit = limit;
    }

    /**
     * The caller of a request.
     *
     * @throws dev.treaty.provider.service.problems.Problem 401 if the access token is missing or not valid, 403 {@code role-too-low}, 429 {@code
     *     too-many-requests}, 503 if the token cannot be verified now
     */
    Caller caller(Context request, Permission needed) {
        var token = BearerToken.of(HeaderFields.value(request, "Authorization"));
        var user = token.verified(verifier, keys);
        if (!needed.isGivenBy(user.roles())) {
            throw PlatformProblems.roleTooLow(needed.refusal());
        }
        limit.count(user.id());
        return new Caller(user.id());
    }
}
