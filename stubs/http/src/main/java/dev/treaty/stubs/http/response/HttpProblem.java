package dev.treaty.stubs.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.http.limits.OutOfBudget;
import dev.treaty.stubs.matching.diagnosis.MismatchReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable, for programs
 * @param detail for people, usually an {@link ErrorMessage}
 * @param members further facts for programs (section 3.2)
 */
public record HttpProblem(String type, String title, int status, String detail, Map<String, Object> members) {

    /** Of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://treaty.dev/problems/";
    private static final String OUT_OF_MEMORY = "out-of-memory";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static HttpProblem of(String slug, String title, int status, ErrorMessage detail) {
        return new HttpProblem(TYPES + slug, title, status, detail.toString(), Map.of());
    }

    /** No interaction answers: 409 if several could and the server is strict, otherwise 404. */
    public static HttpProblem mismatch(MismatchReport report) {
        var status = report.type() == MismatchReport.Type.AMBIGUOUS_REQUEST ? 409 : 404;
        return new HttpProblem(
                TYPES + report.type().slug(),
                report.title(),
                status,
                report.message().toString(),
                report.members());
    }

    /**
     * The body is longer than the server reads.
     *
     * @param limit bytes that a body may have
     */
    public static HttpProblem bodyTooLarge(int limit) {
        return of(
                "request-too-large",
                "The request's body is too large",
                413,
                new ErrorMessage(
                        "A body may have %d bytes, and this one has more.".formatted(limit),
                        "the body of the request, after decompression if it is compressed",
                        "send less; no contract needs that much"));
    }

    /**
     * The client stopped in the middle of the body, or its chunks are not framed as they must be.
     *
     * @param isTimeout whether the client sent nothing for too long
     */
    public static HttpProblem incompleteBody(boolean isTimeout) {
        return of(
                "incomplete-body",
                "The request's body is incomplete",
                isTimeout ? 408 : 400,
                new ErrorMessage(
                        isTimeout
                                ? "The rest of the body did not arrive in time."
                                : "The body ended early, or its chunks are not framed as RFC 9112, section 7.1 says.",
                        "the body of the request",
                        "send as many bytes as Content-Length says, or chunks that end with CR LF"));
    }

    /**
     * A request without TLS, at a port where TLS is all that is spoken.
     *
     * @param port that it was sent to
     */
    static HttpProblem plainHttp(int port) {
        return of(
                "plain-http-request",
                "The port expects HTTPS",
                400,
                new ErrorMessage(
                        "A plain HTTP request was sent to the HTTPS port.",
                        "port %d".formatted(port),
                        "begin the address with https://, or use the port for HTTP"));
    }

    /** The request needs more memory than is left for requests, at the moment or at all. */
    public static HttpProblem outOfMemory(OutOfBudget need) {
        return of(
                need.isHopeless() ? "request-too-large" : OUT_OF_MEMORY,
                need.isHopeless() ? "The request's body is too large" : "The server has no memory left for the request",
                need.isHopeless() ? 413 : 503,
                new ErrorMessage(
                        "Reading and comparing this request takes about %d MiB; all requests together may take %d MiB."
                                .formatted(need.bytes() >> 20, need.limit() >> 20),
                        "the body of the request, and the requests that wait or are compared at the same time",
                        (need.isHopeless() ? "send less" : "send it again a little later")
                                + ", or start the server with more memory (java -Xmx)"));
    }

    /** Whether the same request may be answered a little later. */
    public boolean isTemporary() {
        return type.equals(TYPES + OUT_OF_MEMORY);
    }

    /**
     * Comparing the request with contracts took too long.
     *
     * @param limit how long a comparison may take; zero if it was not begun, because others take so long
     */
    public static HttpProblem comparisonTookTooLong(Duration limit) {
        return of(
                "comparison-took-too-long",
                "Comparing the request took too long",
                503,
                new ErrorMessage(
                        limit.isZero()
                                ? "Comparing the request may take long, and too many requests are being compared that"
                                        + " do."
                                : "After %d ms it was still unknown whether a contract accepts the request."
                                        .formatted(limit.toMillis()),
                        "a regular expression or another rule of a contract, applied to a long text or very many values"
                                + " of the request",
                        "send less, or record the interaction with fewer rules, and regexes with fewer unbounded"
                                + " repetitions"));
    }

    /** A generator of the contract fails, so that there is no response. */
    public static HttpProblem generatorFailed(ErrorMessage detail) {
        return of("generator-failed", "The contract's response cannot be generated", 500, detail);
    }

    /** The contract's status is none that can be sent. */
    public static HttpProblem impossibleStatus(ErrorMessage detail) {
        return of("impossible-status", "The contract's response cannot be sent", 500, detail);
    }

    /** A mapping that was added cannot be used. */
    public static HttpProblem mappingFailed(ErrorMessage detail) {
        return of("mapping-failed", "The mapping cannot be used", 500, detail);
    }

    /** The contract's headers are longer than the server sends. */
    public static HttpProblem headersTooLong(ErrorMessage detail) {
        return of("headers-too-long", "The contract's response cannot be sent", 500, detail);
    }

    /** The server that a mapping passed the request on to sent headers that are longer than the server sends. */
    public static HttpProblem proxiedHeadersTooLong(ErrorMessage detail) {
        return of("proxied-headers-too-long", "The response of the other server cannot be sent", 502, detail);
    }

    /** The server that a mapping passed the request on to cannot be reached. */
    public static HttpProblem proxyUnreachable(ErrorMessage detail) {
        return of("proxy-unreachable", "The other server cannot be reached", 502, detail);
    }

    /** The server that a mapping passed the request on to does not respond in time. */
    public static HttpProblem proxyTooLate(ErrorMessage detail) {
        return of("proxy-too-late", "The other server does not respond in time", 504, detail);
    }

    /**
     * A mapping passes requests on to an address where it matches them again.
     *
     * @param url path and query of the request
     */
    public static HttpProblem proxyLoop(String url) {
        return of(
                "proxy-loop",
                "The request was passed on in a circle",
                508, // RFC 5842, section 7.2
                new ErrorMessage(
                        "A mapping passed on this request, and it came back to the same mapping.",
                        "%s, and proxyBaseUrl of the mapping that matches it".formatted(withoutQuery(url)),
                        "let the mapping proxy to another server, or match less"));
    }

    /** A query may contain a secret. */
    private static String withoutQuery(String url) {
        var query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** The request, or the admin API's client, describes a fault that does not exist. */
    public static HttpProblem invalidFault(ErrorMessage detail) {
        return of("invalid-fault", "The requested fault is invalid", 400, detail);
    }

    /** The admin API's client names provider states that do not exist, or none at all. */
    public static HttpProblem invalidStates(ErrorMessage detail) {
        return of("invalid-states", "The provider states are invalid", 400, detail);
    }

    /** A request to control a provider's replay is invalid. */
    public static HttpProblem invalidControl(ErrorMessage detail) {
        return of("invalid-control", "The control request is invalid", 400, detail);
    }

    /**
     * There were more requests than the limit that a test has set permits.
     *
     * @param limit how many requests it permits
     * @param wait until the next one is answered
     */
    public static HttpProblem tooManyRequests(int limit, Duration wait) {
        return of(
                "too-many-requests",
                "There are too many requests",
                429,
                new ErrorMessage(
                        "The limit that a test has set permits %d requests at a time, and this one is beyond it."
                                .formatted(limit),
                        "the account of the request's credentials",
                        "wait %d ms by its clock, or take the limit away with DELETE /__treaty/limit"
                                .formatted(wait.toMillis())));
    }

    /** There is no such request to control a provider's replay. */
    public static HttpProblem unknownControl(String method, String path) {
        return of(
                "unknown-control",
                "The control request is unknown",
                404,
                new ErrorMessage(
                        "No replay is controlled by %s %s.".formatted(method, path),
                        "the method and the path of the request",
                        "use one of the control requests that the stub server's README lists"));
    }

    /** A control request for a provider whose replay has no state. */
    public static HttpProblem nothingToControl(String provider) {
        return of(
                "nothing-to-control",
                "The provider has no state here",
                404,
                new ErrorMessage(
                        "%s cannot be controlled, because only its contracts answer."
                                .formatted(provider.isEmpty() ? "No provider" : provider),
                        "the request's path",
                        "start the server without --contracts-only, or name a provider whose replay has state"));
    }

    /** This problem, of a request that the provider's replay does not cover. */
    public HttpProblem notCoveredByReplay(String provider) {
        var more = "The replay of %s does not cover this request. %s".formatted(provider, detail);
        return new HttpProblem(type, title, status, more, members);
    }

    /** A status that was requested instead of the contract's. */
    public static HttpProblem requestedStatus(int status) {
        return new HttpProblem(
                TYPES + "requested-status",
                "The stub server was asked to respond with this status",
                status,
                "No contract says so; the header Stub-Status, the admin API or the chaos profile does.",
                Map.of());
    }

    /**
     * A page from another origin uses the admin API, or controls a replay.
     *
     * @param origin of the page (RFC 6454); null if its browser does not say
     */
    public static HttpProblem foreignOrigin(@Nullable String origin) {
        return adminRefused(
                403,
                new ErrorMessage(
                        "A page from another origin may not use the admin API or control a replay.",
                        "the request's header " + (origin == null ? "Sec-Fetch-Site" : "Origin, " + origin),
                        "use the command line, a test, or a page of this server"));
    }

    /** A name that was pointed at this machine, as in DNS rebinding. */
    public static HttpProblem foreignHost(String host) {
        return adminRefused(
                403,
                new ErrorMessage(
                        "The admin API and the control of replays respond only to names of this machine, and \"%s\" is not one."
                                .formatted(host),
                        "the request's header Host",
                        "use localhost, or start the server with --admin-token"));
    }

    /**
     * The admin API has no token and can be reached by other machines.
     *
     * @param address that the server listens on
     */
    public static HttpProblem adminClosed(String address) {
        return adminRefused(
                403,
                new ErrorMessage(
                        "The admin API is closed, because other machines can reach it and no token protects it.",
                        "the server listens on " + address,
                        "start it with --admin-token, or without --bind"));
    }

    /** The admin API's token is missing or wrong. */
    public static HttpProblem adminTokenRequired() {
        return adminRefused(
                401,
                new ErrorMessage(
                        "The admin API requires a token.",
                        "the request's header Authorization",
                        "send \"Authorization: Bearer …\" with the token that the server was started with"
                                + " (--admin-token)"));
    }

    /**
     * A request to the admin API that it does not know, or cannot use.
     *
     * @param errors as WireMock's clients expect them; empty for none
     */
    public static HttpProblem adminRequest(int status, ErrorMessage detail, List<?> errors) {
        var isUnknown = status == 404;
        return new HttpProblem(
                TYPES + (isUnknown ? "unknown-admin-request" : "invalid-admin-request"),
                isUnknown ? "The request to the admin API is unknown" : "The request to the admin API is invalid",
                status,
                detail.toString(),
                errors.isEmpty() ? Map.of() : Map.of("errors", errors));
    }

    private static HttpProblem adminRefused(int status, ErrorMessage detail) {
        return of("admin-refused", "The admin API refuses this request", status, detail);
    }

    /** What Jetty reports: a request that it cannot read, or a failure of the server. */
    static HttpProblem ofStatus(int status) {
        return status != 500
                ? new HttpProblem(
                        TYPES + "bad-request",
                        "The request cannot be read",
                        status,
                        "Its target, its headers or its body are not valid HTTP.",
                        Map.of())
                : new HttpProblem(
                        TYPES + "stub-server-failed",
                        "The stub server failed",
                        status,
                        "Its log says why; no contract is to blame.",
                        Map.of());
    }

    /** The document as a response. */
    public StubResponse toResponse() {
        return StubResponse.ofText(status, MEDIA_TYPE, toJson());
    }

    String toJson() {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", type);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.putAll(members);
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text, numbers and lists can always be written as JSON", e);
        }
    }
}
