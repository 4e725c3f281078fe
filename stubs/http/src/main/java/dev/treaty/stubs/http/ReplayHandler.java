package dev.treaty.stubs.http;

import dev.treaty.stubs.http.admin.AdminGuard;
import dev.treaty.stubs.http.admin.RequestOutcome;
import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.http.faults.FaultSpec;
import dev.treaty.stubs.http.faults.InvalidFault;
import dev.treaty.stubs.http.provider.ReplayResult;
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
import dev.treaty.stubs.matching.request.RawRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
    private final ProviderReplays replays;

    ReplayHandler(
            InteractionLookup lookup,
            FaultInjection faults,
            WireMockBridge wireMock,
            ResponseGenerator responses,
            MismatchExplainer explainer,
            ProviderReplays replays) {
        this.lookup = lookup;
        this.faults = faults;
        this.wireMock = wireMock;
        this.responses = responses;
        this.explainer = explainer;
        this.replays = replays;
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
            refuse(HttpRequest.of(request, RequestBody.NONE), HttpProblem.bodyTooLarge(RequestBody.MAX_BYTES));
            return;
        }
        var read = HttpRequest.of(request, body.get());
        try {
            answer(target, read);
        } catch (InvalidFault e) {
            refuse(read, HttpProblem.invalidFault(e.errorMessage()));
        } catch (TimeLimit.TooLong e) {
            refuse(read, HttpProblem.comparisonTookTooLong(e.longest()));
        }
    }

    private void answer(String target, HttpRequest request) throws IOException, ServletException {
        var fault = fault(request);
        if (!fault.isNone()) {
            RequestOutcome.ofFault(request.raw().provider(), fault).attachTo(request.jetty());
            inject(fault, request);
            return;
        }
        var added = addedMapping(request).orElse(null);
        if (added != null && added.precedesContracts()) {
            answerFromMapping(target, request, added);
            return;
        }
        var response = replayed(request);
        if (response.isPresent()) {
            RequestOutcome.ofReplay(request.raw().provider()).attachTo(request.jetty());
            afterGlobalDelay(request, null, () -> CachedResponse.of(response.get()));
            return;
        }
        var result = lookup.find(request.received());
        if (added != null && result.answering().isEmpty()) {
            answerFromMapping(target, request, added);
            return;
        }
        RequestOutcome.of(result).attachTo(request.jetty());
        respond(request, result);
    }

    private void answerFromMapping(String target, HttpRequest request, WireMockBridge.AddedMapping added)
            throws IOException, ServletException {
        RequestOutcome.ofAddedMapping(request.raw().provider()).attachTo(request.jetty());
        wireMock.answer(getHandler(), target, request.jetty(), added);
    }

    /** What the provider's replay responds; empty if there is none, or if a contract shall answer. */
    private Optional<StubResponse> replayed(HttpRequest request) {
        var replay = replays.of(request.raw().provider());
        if (replay.isEmpty()
                || !(request.received() instanceof ParsedRequest parsed)
                || parsed.isForMessage()
                || !parsed.states().isEmpty()
                || lookup.hasGivenState(parsed)) {
            return Optional.empty();
        }
        var result = replay.get().answer(request.raw());
        if (result instanceof ReplayResult.Answered answered) {
            return Optional.of(answered.response());
        }
        return result instanceof ReplayResult.UnknownId unknown && !lookup.isNamed(unknown.id(), parsed)
                ? Optional.of(unknown.response())
                : Optional.empty();
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
            write(request, null, CachedResponse.of(explanation(request, result)), Duration.ZERO);
            return;
        }
        afterGlobalDelay(
                request,
                interaction,
                () -> responses.respond(interaction, request.raw().method()));
    }

    private void afterGlobalDelay(
            HttpRequest request, @Nullable ReplayedInteraction interaction, Supplier<CachedResponse> response)
            throws IOException {
        var pending = PendingRequest.of(request.jetty());
        var past = pending == null ? null : pending.globalDelay();
        var due = past == null ? wireMock.globalDelay() : Duration.ZERO;
        if (!due.isZero()) {
            new PendingRequest(request.body().wire(), FaultSpec.NONE, due).attachTo(request.jetty());
            dispatchLater(request.jetty(), due);
            return;
        }
        write(request, interaction, response.get(), past == null ? Duration.ZERO : past);
    }

    private void write(
            HttpRequest request, @Nullable ReplayedInteraction interaction, CachedResponse response, Duration delay)
            throws IOException {
        // before the client has the response, because it may look for the request in the journal right away
        wireMock.record(request.jetty(), request.raw(), request.body().wire(), interaction, response, delay);
        response.write(request.jetty().getResponse());
    }

    /** As text for people who use a command-line tool, otherwise as a problem document. */
    private StubResponse explanation(HttpRequest request, MatchResult result) {
        var report = explainer.explain(result);
        var problem = HttpProblem.mismatch(report);
        return result.request() instanceof ParsedRequest parsed && PlainTextClients.includes(parsed.request())
                ? StubResponse.ofText(problem.status(), "text/plain; charset=utf-8", report.toText())
                : error(request.raw(), problem);
    }

    /** In the shape of the provider's own errors if its replay knows it, unless the client asks for a problem document. */
    private StubResponse error(RawRequest request, HttpProblem problem) {
        var accepted = String.join(",", request.header("Accept"));
        return accepted.contains(HttpProblem.MEDIA_TYPE)
                ? problem.toResponse()
                : replays.of(request.provider())
                        .map(replay -> replay.error(request, problem))
                        .orElseGet(problem::toResponse);
    }

    /** No thread waits for a delay: when it is over, the request is dispatched again. */
    private void inject(FaultSpec fault, HttpRequest request) throws IOException {
        if (!fault.delay().isZero()) {
            new PendingRequest(request.body().wire(), fault.afterDelay(), null).attachTo(request.jetty());
            dispatchLater(request.jetty(), fault.delay());
        } else if (fault.fault() != null) {
            fault.fault().inject(request.jetty());
        } else if (fault.status() != null) {
            refuse(request, HttpProblem.requestedStatus(fault.status()));
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

    private void refuse(HttpRequest request, HttpProblem problem) throws IOException {
        CachedResponse.of(error(request.raw(), problem)).write(request.jetty().getResponse());
    }
}
