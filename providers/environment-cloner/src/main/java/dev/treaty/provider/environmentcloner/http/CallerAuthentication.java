package dev.treaty.provider.environmentcloner.http;

import dev.treaty.provider.service.http.HeaderFields;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import dev.treaty.provider.service.tokens.AccessTokenVerifier;
import dev.treaty.provider.service.tokens.BearerToken;
import dev.treaty.provider.service.tokens.KeyLookup;
import io.javalin.http.Context;

/** Identifies the caller of a request by its access token, and what they may do by the token's roles. */
public final class CallerAuthentication {

    private final AccessTokenVerifier verifier;
    private final KeyLookup keys;

    public CallerAuthentication(AccessTokenVerifier verifier, KeyLookup keys) {
        this.verifier = verifier;
        this.keys = keys;
    }

    /**
     * The id of a caller who may see everything.
     *
     * @throws Problem 401 if the access token is missing or not valid, 403 {@code role-too-low}, 503 if the token cannot be verified now
     */
    String viewer(Context request) {
        return caller(request, Role.VIEWER);
    }

    /**
     * The id of a caller who may change something.
     *
     * @throws Problem as {@link #viewer} does
     */
    String operator(Context request) {
        return caller(request, Role.OPERATOR);
    }

    private String caller(Context request, Role needed) {
        var token = BearerToken.of(HeaderFields.value(request, "Authorization"));
        var user = token.verified(verifier, keys);
        if (!needed.isAmong(user.roles())) {
            throw PlatformProblems.roleTooLow("Your role is too low")
                    .with("detail", "The request needs the role %s.".formatted(needed.claim()))
                    .with("instance", request.path())
                    .with("fix", "Ask whoever issues your access tokens for this role.");
        }
        return user.id();
    }
}
