package dev.treaty.stubs.http;

import dev.treaty.stubs.http.response.ErrorResponses;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.diagnosis.MismatchReport;
import dev.treaty.stubs.matching.request.RawRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Errors in the shape of the provider's own, if its replay knows it, so that the provider's SDKs understand them. Whoever asks for a problem
 * document or for plain text gets that, and so do the clients of providers without a replay.
 */
final class ProviderErrors implements ErrorResponses {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderErrors.class);
    private static final String NOT_COVERED = "Treaty-Not-Covered";
    private static final String TEXT = "text/plain";
    private static final int LOGGED_LENGTH = 200;

    private final ProviderReplays replays;

    ProviderErrors(ProviderReplays replays) {
        this.replays = replays;
    }

    @Override
    public StubResponse of(Request request, HttpProblem problem) {
        return of(HttpRequest.of(request, RequestBody.NONE).raw(), problem);
    }

    @Override
    public StubResponse of(Request request, RawRequest read, HttpProblem problem) {
        return of(read, problem);
    }

    /** The response to a request that was read. */
    StubResponse of(RawRequest request, HttpProblem problem) {
        return asksForDiagnosis(request) ? problem.toResponse() : inShapeOfProvider(request, problem);
    }

    /** Why no interaction answers: as text for people who use a command-line tool. */
    StubResponse of(RawRequest request, MismatchReport report) {
        return of(request, HttpProblem.mismatch(report), report.toText());
    }

    /**
     * Why no interaction answers a request that the provider's replay does not cover, either.
     *
     * @param what is not covered, e.g. {@code "operation"}
     */
    StubResponse notCovered(RawRequest request, MismatchReport report, String what) {
        LOG.warn(
                "The replay of {} does not cover {} {} ({})",
                request.provider(),
                request.method(),
                shortened(request.path()),
                what);
        var problem = HttpProblem.mismatch(report).notCoveredByReplay(request.provider());
        return of(
                        request,
                        problem,
                        problem.detail()
                                + report.toText()
                                        .substring(report.message().toString().length()))
                .withHeader(NOT_COVERED, what);
    }

    private StubResponse of(RawRequest request, HttpProblem problem, String text) {
        return PlainTextClients.includes(request)
                ? StubResponse.ofText(problem.status(), TEXT + "; charset=utf-8", text)
                : of(request, problem);
    }

    private static String shortened(String path) {
        return path.length() <= LOGGED_LENGTH ? path : path.substring(0, LOGGED_LENGTH) + "…";
    }

    private static boolean asksForDiagnosis(RawRequest request) {
        var accepted = String.join(",", request.header("Accept"));
        return accepted.contains(HttpProblem.MEDIA_TYPE) || (accepted.contains(TEXT) && !accepted.contains("json"));
    }

    private StubResponse inShapeOfProvider(RawRequest request, HttpProblem problem) {
        var replay = replays.of(request.provider());
        if (replay.isEmpty()) {
            return problem.toResponse();
        }
        try {
            return replay.get().error(request, problem);
        } catch (RuntimeException e) { // there must be a response, whatever the request looks like
            LOG.error("The replay of {} cannot express an error", request.provider(), e);
            return problem.toResponse();
        }
    }
}
