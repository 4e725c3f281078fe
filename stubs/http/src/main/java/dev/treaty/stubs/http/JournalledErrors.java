package dev.treaty.stubs.http;

import dev.treaty.stubs.http.admin.AdminGuard;
import dev.treaty.stubs.http.admin.RequestOutcome;
import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.ErrorResponses;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.http.wiremock.WireMockBridge;
import dev.treaty.stubs.matching.request.RawRequest;
import wiremock.org.eclipse.jetty.server.Request;

/** Keeps what Jetty refuses before {@link ReplayHandler} sees it in the journal, e.g. a request whose header is too long. */
final class JournalledErrors implements ErrorResponses {

    private final ErrorResponses errors;
    private final WireMockBridge wireMock;

    JournalledErrors(ErrorResponses errors, WireMockBridge wireMock) {
        this.errors = errors;
        this.wireMock = wireMock;
    }

    @Override
    public StubResponse of(Request request, HttpProblem problem) {
        var response = errors.of(request, problem);
        if (!RequestOutcome.isDecided(request)) {
            record(request, HttpRequest.of(request, RequestBody.NONE).raw(), response);
        }
        return response;
    }

    @Override
    public StubResponse of(Request request, RawRequest read, HttpProblem problem) {
        var response = errors.of(request, read, problem);
        if (!read.method().isEmpty()) {
            record(request, read, response);
        }
        return response;
    }

    private void record(Request request, RawRequest read, StubResponse response) {
        if (!AdminGuard.guards(read.basePath() + read.path())) {
            wireMock.recordRefusal(request, read, CachedResponse.of(response));
        }
    }
}
