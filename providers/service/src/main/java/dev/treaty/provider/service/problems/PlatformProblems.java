package dev.treaty.provider.service.problems;

import java.util.Collection;
import java.util.List;

/** The problems that more than one service reports: each condition has one type, one status and one title. */
public final class PlatformProblems {

    /** What {@code WWW-Authenticate} asks for (RFC 6750, section 3). */
    public static final String CHALLENGE = "Bearer realm=\"treaty\"";

    private PlatformProblems() {}

    /** 401: the request has no access token. */
    public static Problem tokenMissing() {
        return new Problem(401, "token-missing", "The request has no access token")
                .withHeader("WWW-Authenticate", CHALLENGE);
    }

    /** 401: the access token was valid once. */
    public static Problem tokenExpired() {
        return tokenRefused("token-expired", "The access token has expired");
    }

    /** 401: the access token is not valid, for whatever reason. */
    public static Problem tokenInvalid() {
        return tokenRefused("token-invalid", "The access token is not valid");
    }

    /** 401: a token of the given kind is not valid (RFC 6750, section 3.1). */
    public static Problem tokenRefused(String slug, String title) {
        return new Problem(401, slug, title).withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
    }

    /** 503: a service that is needed for the request does not respond, and nothing was done. */
    public static Problem serviceUnavailable(String retryAfter) {
        return new Problem(503, "service-unavailable", "A service is down").withHeader("Retry-After", retryAfter);
    }

    /** 503: the service has more to do than it can do soon, and nothing was done. */
    public static Problem tooBusy() {
        return new Problem(503, "too-busy", "The service has too much to do").withHeader("Retry-After", "1");
    }

    /** 408: the client did not send the whole body in time. */
    public static Problem requestTimedOut() {
        return new Problem(408, "request-timed-out", "The body took too long to arrive");
    }

    /** 429: a limit is used up; {@code RateLimit} fields say which. */
    public static Problem tooManyRequests(String title, long retryAfterSeconds) {
        return new Problem(429, "too-many-requests", title)
                .withHeader("Retry-After", String.valueOf(retryAfterSeconds));
    }

    /** 415: the body is of another media type than the only one accepted. */
    public static Problem unsupportedMediaType(String method, String accepted) {
        return new Problem(415, "unsupported-media-type", "The body must be " + accepted)
                .withHeader(method.equals("PATCH") ? "Accept-Patch" : "Accept", accepted);
    }

    /** 400: the body is not what its media type says. */
    public static Problem unreadableBody(String title) {
        return new Problem(400, "unreadable-body", title);
    }

    /** 413: the body is larger than {@code limit} bytes. */
    public static Problem bodyTooLarge(long limit) {
        return new Problem(413, "body-too-large", "The body is too large").with("limit", limit);
    }

    /** 422: fields of the body are missing or not acceptable; all of them, not only the first. */
    public static Problem invalidFields(Collection<FieldError> errors) {
        return new Problem(422, "invalid-fields", "Some fields are not acceptable").with("errors", List.copyOf(errors));
    }

    /** 400: a query parameter is malformed. */
    public static Problem invalidParameter(String name) {
        return new Problem(400, "invalid-parameter", "A query parameter is not valid").with("parameter", name);
    }

    /** 400: a header field is malformed. */
    public static Problem invalidHeader(String name) {
        return new Problem(400, "invalid-header", "A header field is not valid").with("header", name);
    }

    /** 400: a creation could happen twice when it is repeated. */
    public static Problem idempotencyKeyMissing() {
        return new Problem(400, "idempotency-key-missing", "The request needs an Idempotency-Key");
    }

    /** 422: an earlier request with the same key asked for something else. */
    public static Problem idempotencyKeyReused() {
        return new Problem(422, "idempotency-key-reused", "This Idempotency-Key has been used for another request");
    }

    /** 403: a higher role is needed. */
    public static Problem roleTooLow(String title) {
        return new Problem(403, "role-too-low", title);
    }

    /** 428: a change could undo somebody else's (RFC 6585, section 3). */
    public static Problem ifMatchMissing() {
        return new Problem(428, "if-match-missing", "If-Match must name the version to change");
    }

    /** 404: no workspace has this id. */
    public static Problem workspaceNotFound() {
        return new Problem(404, "workspace-not-found", "There is no such workspace");
    }

    /** 404: no member and no invitation of the workspace has this id. */
    public static Problem memberNotFound() {
        return new Problem(404, "member-not-found", "There is no such member");
    }

    /** 404: no provider state has this name. */
    public static Problem unknownState(String state, Collection<String> known) {
        return new Problem(404, "unknown-state", "There is no provider state \"%s\"".formatted(state))
                .with("known", List.copyOf(known));
    }

    /** 422: a provider state's parameters are missing or wrong. */
    public static Problem invalidState(String title) {
        return new Problem(422, "invalid-state", title);
    }
}
