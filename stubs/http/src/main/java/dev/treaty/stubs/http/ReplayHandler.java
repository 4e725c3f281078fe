package dev.treaty.stubs.http;

import dev.treaty.stubs.http.admin.AdminGuard;
import dev.treaty.stubs.http.admin.RequestOutcome;
import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.http.faults.FaultSpec;
import dev.treaty.stubs.http.faults.InvalidFault;
import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.http.wiremock.WireMockBridge;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.pact.TimeLimit;
import dev.treaty.stubs.matching.request.ParsedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Answers every request that is not for the admin API: reads it, injects a fault if one is due, finds the interaction that answers, and
 * writes its response, or the explanation why there is none. Only what an added mapping answers is passed on to WireMock.
 */
final class ReplayHandler extends HandlerWrapper {

    private final InteractionLookup lookup;
    private final FaultInjection faults;
    private final WireMockBridge wireMock;
    private final ResponseGenerator responses;
    private final MismatchExplainer explainer;

    ReplayHandler(
            InteractionLookup lookup,
            FaultInjection faults,
            WireMockBridge wireMock,
            ResponseGenerator responses,
            MismatchExplainer explainer) {
        this.lookup = lookup;
        this.faults = faults;
        this.wireMock = wireMock;
        this.responses = responses;
        this.explainer = explainer;
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest asServlet, HttpServletResponse response)
            throws IOException, ServletException {
        if (AdminGuard.guards(target)) {
            super.handle(target, request, asServlet, response);
            return;
        }
        if (RequestBody.isComplete(request)) {
            answer(target, request);
        } else {
            BodyReader.read(request);
        }
        request.setHandled(true);
    }

    private void answer(String target, Request request) throws IOException, ServletException {
        var body = RequestBody.read(request);
        if (body.isEmpty()) {
            write(request, HttpProblem.bodyTooLarge(RequestBody.MAX_BYTES));
            return;
        }
        try {
            answer(target, HttpRequest.of(request, body.get()));
        } catch (InvalidFault e) {
            write(request, HttpProblem.invalidFault(e.errorMessage()));
        } catch (TimeLimit.TooLong e) {
            write(request, HttpProblem.comparisonTookTooLong(e.longest()));
        }
    }

    private void answer(String target, HttpRequest request) throws IOException, ServletException {
        var fault = fault(request);
        if (!fault.isNone()) {
            RequestOutcome.ofFault(request.raw().provider(), fault).attachTo(request.jetty());
            inject(fault, request);
            return;
        }
        var result = lookup.find(request.received());
        var added = addedMapping(request);
        if (added.isPresent()
                && (added.get().precedesContracts() || result.answering().isEmpty())) {
            RequestOutcome.ofAddedMapping(request.raw().provider()).attachTo(request.jetty());
            wireMock.answer(getHandler(), target, request.jetty(), added.get());
            return;
        }
        RequestOutcome.of(result).attachTo(request.jetty());
        respond(request, result);
    }

    private FaultSpec fault(HttpRequest request) {
        var pending = PendingRequest.of(request.jetty());
        return pending == null || pending.remaining() == null
                ? faults.of(request.raw(), request.received())
                : pending.remaining();
    }

    private Optional<WireMockBridge.AddedMapping> addedMapping(HttpRequest request) {
        return request.isReadableByWireMock()
                ? wireMock.addedMapping(
                        request.jetty(), request.raw(), request.body().wire())
                : Optional.empty();
    }

    private void respond(HttpRequest request, MatchResult result) throws IOException {
        var interaction = result.first().orElse(null);
        if (interaction == null) {
            write(request, null, CachedResponse.of(explanation(result)), Duration.ZERO);
            return;
        }
        var pending = PendingRequest.of(request.jetty());
        var past = pending == null ? null : pending.globalDelay();
        var due = past == null ? wireMock.globalDelay() : Duration.ZERO;
        if (!due.isZero()) {
            new PendingRequest(request.body().wire(), FaultSpec.NONE, due).attachTo(request.jetty());
            dispatchLater(request.jetty(), due);
            return;
        }
        var response = responses.respond(interaction, request.raw().method());
        write(request, interaction, response, past == null ? Duration.ZERO : past);
    }

    private void write(
            HttpRequest request, @Nullable ReplayedInteraction interaction, CachedResponse response, Duration delay)
            throws IOException {
        // before the client has the response, because it may look for the request in the journal right away
        wireMock.record(request.jetty(), request.raw(), request.body().wire(), interaction, response, delay);
        response.write(request.jetty().getResponse());
    }

    /** As text for people who use a command-line tool, otherwise as a problem document. */
    private StubResponse explanation(MatchResult result) {
        var report = explainer.explain(result);
        var problem = HttpProblem.mismatch(report);
        return result.request() instanceof ParsedRequest request && PlainTextClients.includes(request.request())
                ? StubResponse.ofText(problem.status(), "text/plain; charset=utf-8", report.toText())
                : problem.toResponse();
    }

    /** No thread waits for a delay: when it is over, the request is dispatched again. */
    private static void inject(FaultSpec fault, HttpRequest request) throws IOException {
        if (!fault.delay().isZero()) {
            new PendingRequest(request.body().wire(), fault.afterDelay(), null).attachTo(request.jetty());
            dispatchLater(request.jetty(), fault.delay());
        } else if (fault.fault() != null) {
            fault.fault().inject(request.jetty());
        } else if (fault.status() != null) {
            write(request.jetty(), HttpProblem.requestedStatus(fault.status()));
        }
    }

    private static void dispatchLater(Request request, Duration delay) {
        var waiting = request.startAsync();
        waiting.setTimeout(0);
        request.getHttpChannel()
                .getConnector()
                .getScheduler()
                .schedule(waiting::dispatch, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void write(Request request, HttpProblem problem) throws IOException {
        CachedResponse.of(problem.toResponse()).write(request.getResponse());
    }
}
