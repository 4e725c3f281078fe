package dev.treaty.stubs.http;

import dev.treaty.stubs.http.admin.AdminGuard;
import dev.treaty.stubs.http.admin.RequestOutcome;
import dev.treaty.stubs.http.cors.CorsPolicy;
import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.http.faults.FaultSpec;
import dev.treaty.stubs.http.faults.InvalidFault;
import dev.treaty.stubs.http.limits.HeldMemory;
import dev.treaty.stubs.http.limits.MemoryBudget;
import dev.treaty.stubs.http.limits.OutOfBudget;
import dev.treaty.stubs.http.page.PageHandler;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.CrossOrigin;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.ImpossibleStatus;
import dev.treaty.stubs.http.response.ProxyFailure;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.http.response.TooLongHeaders;
import dev.treaty.stubs.http.wiremock.JournalledResponse;
import dev.treaty.stubs.http.wiremock.WireMockBridge;
import dev.treaty.stubs.http.wiremock.admin.MappingFailure;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import dev.treaty.stubs.matching.interaction.GeneratorFailure;
import dev.treaty.stubs.matching.pact.TimeLimit;
import dev.treaty.stubs.matching.request.ParsedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Answers every request that is not for the admin API: reads it, and has it answered by the first of these that applies:
 *
 * <ol>
 *   <li>a fault that was asked for;
 *   <li>a mapping that was added, unless it is less urgent than contracts;
 *   <li>an interaction with a provider state that was asked for;
 *   <li>the provider's replay, if it has one;
 *   <li>an interaction, for what the replay does not cover, or an id that only the contract knows;
 *   <li>a less urgent mapping that was added;
 *   <li>the explanation why nothing answers.
 * </ol>
 *
 * Only what an added mapping answers is passed on to WireMock.
 */
final class ReplayHandler extends HandlerWrapper {

    private static final String RETRY_AFTER = HttpHeader.RETRY_AFTER.asString();

    private final InteractionLookup lookup;
    private final FaultInjection faults;
    private final WireMockBridge wireMock;
    private final ResponseGenerator responses;
    private final MismatchExplainer explainer;
    private final ProviderReplays replays;
    private final ControlRequests control;
    private final ProviderErrors errors;
    private final MemoryBudget memory;
    private final CorsPolicy cors;
    private final PageHandler page;

    ReplayHandler(
            InteractionLookup lookup,
            FaultInjection faults,
            WireMockBridge wireMock,
            ResponseGenerator responses,
            MismatchExplainer explainer,
            ProviderReplays replays,
            ControlRequests control,
            ProviderErrors errors,
            MemoryBudget memory,
            CorsPolicy cors,
            PageHandler page) {
        this.lookup = lookup;
        this.faults = faults;
        this.wireMock = wireMock;
        this.responses = responses;
        this.explainer = explainer;
        this.replays = replays;
        this.control = control;
        this.errors = errors;
        this.memory = memory;
        this.cors = cors;
        this.page = page;
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest asServlet, HttpServletResponse response)
            throws IOException, ServletException {
        var isPage = page.has(request);
        var isAdmin = AdminGuard.guards(target);
        if (!isAdmin && !isPage) {
            cors.attachTo(request);
        }
        if (!RequestBody.isComplete(request)) {
            readLater(request);
        } else if (isPage) {
            show(request);
        } else if (isAdmin) {
            administer(target, request);
        } else {
            answer(target, request);
        }
        request.setHandled(true);
    }

    private void readLater(Request request) throws IOException {
        try {
            var held = HeldMemory.of(request, memory);
            held.hold(0);
            BodyReader.read(request, held);
        } catch (OutOfBudget e) {
            refuseUnread(request, HttpProblem.outOfMemory(e));
        }
    }

    private void show(Request request) throws IOException {
        var body = read(request);
        if (body.isPresent()) {
            page.answer(request, body.get().wire());
        }
    }

    /** Has WireMock answer, which would read a body of any length, and wait for it. */
    private void administer(String target, Request request) throws IOException, ServletException {
        var body = read(request);
        if (body.isPresent()) {
            wireMock.administer(getHandler(), target, request, body.get().wire());
        }
    }

    private void answer(String target, Request request) throws IOException, ServletException {
        var body = read(request);
        if (body.isPresent()) {
            answer(target, request, body.get());
        }
    }

    /** The body; empty if it is not, or will not be, in memory, so that the request has been refused. */
    private Optional<RequestBody> read(Request request) throws IOException {
        var pending = PendingRequest.of(request);
        if (pending != null && pending.refusal() != null) {
            return refuseUnread(request, pending.refusal());
        }
        try {
            var body = RequestBody.read(request, memory);
            return body.isPresent() ? body : refuseUnread(request, HttpProblem.bodyTooLarge(RequestBody.MAX_BYTES));
        } catch (OutOfBudget e) {
            return refuseUnread(request, HttpProblem.outOfMemory(e));
        }
    }

    private void answer(String target, Request request, RequestBody body) throws IOException, ServletException {
        var read = HttpRequest.of(request, body);
        try {
            if (ControlRequests.include(read.raw())) {
                CrossOrigin.detachFrom(request);
                RequestOutcome.ofControl(read.raw().provider()).attachTo(request);
                CachedResponse.of(control.answer(read)).write(request.getResponse());
            } else {
                answer(target, read);
            }
        } catch (InvalidFault e) {
            refuse(read, HttpProblem.invalidFault(e.errorMessage()));
        } catch (GeneratorFailure e) {
            write(read, HttpProblem.generatorFailed(e.errorMessage()));
        } catch (ImpossibleStatus e) {
            write(read, HttpProblem.impossibleStatus(e.errorMessage()));
        } catch (MappingFailure e) {
            request.getResponse().reset(); // it may have been begun
            write(read, HttpProblem.mappingFailed(e.errorMessage()));
        } catch (ProxyFailure e) {
            write(
                    read,
                    e.isTooLate()
                            ? HttpProblem.proxyTooLate(e.errorMessage())
                            : HttpProblem.proxyUnreachable(e.errorMessage()));
        } catch (TooLongHeaders e) {
            request.getResponse().reset(); // a mapping's response may have been begun
            write(
                    read,
                    e.isProxied()
                            ? HttpProblem.proxiedHeadersTooLong(e.errorMessage())
                            : HttpProblem.headersTooLong(e.errorMessage()));
        } catch (TimeLimit.TooLong e) {
            refuse(read, HttpProblem.comparisonTookTooLong(e.longest()));
        } catch (OutOfBudget e) {
            refuse(read, HttpProblem.outOfMemory(e));
        }
    }

    private void answer(String target, HttpRequest request) throws IOException, ServletException {
        if (CorsPolicy.isPreflight(request.jetty()) && answersPreflight(request)) {
            return;
        }
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
        var replay = replay(request);
        if (replay.isPresent() && (waitsForGlobalDelay(request) || answerFromReplay(request, replay.get()))) {
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

    /** Whether a page gets leave to send another request; a contract or a mapping for OPTIONS answers itself. */
    private boolean answersPreflight(HttpRequest request) throws IOException {
        var isAllowed = CrossOrigin.of(request.jetty()) != null
                && addedMapping(request)
                        .filter(WireMockBridge.AddedMapping::isForOptions)
                        .isEmpty()
                && lookup.find(request.received()).first().isEmpty();
        if (isAllowed) {
            RequestOutcome.ofPreflight(request.raw().provider()).attachTo(request.jetty());
            CachedResponse.of(CorsPolicy.preflight(request.jetty()))
                    .write(request.jetty().getResponse());
        }
        return isAllowed;
    }

    private void answerFromMapping(String target, HttpRequest request, WireMockBridge.AddedMapping added)
            throws IOException, ServletException {
        if (added.isLoop()) {
            refuse(request, HttpProblem.proxyLoop(request.raw().url()));
            return;
        }
        RequestOutcome.ofAddedMapping(request.raw().provider()).attachTo(request.jetty());
        wireMock.answer(getHandler(), target, request.jetty(), added);
    }

    /** The provider's replay, if it precedes the contracts. */
    private Optional<ProviderReplay> replay(HttpRequest request) {
        return replays.of(request.raw().provider())
                .filter(replay -> request.received() instanceof ParsedRequest parsed
                        && !parsed.isForMessage()
                        && parsed.states().isEmpty()
                        && !lookup.hasGivenState(parsed));
    }

    /** Whether it answers; otherwise a contract may. */
    private boolean answerFromReplay(HttpRequest request, ProviderReplay replay) throws IOException {
        var response = response(request, replay.answer(request.raw()));
        if (response.isEmpty()) {
            return false;
        }
        RequestOutcome.ofReplay(request.raw().provider()).attachTo(request.jetty());
        write(request, JournalledResponse.ofReplay(CachedResponse.of(response.get())));
        return true;
    }

    private Optional<StubResponse> response(HttpRequest request, ReplayResult result) {
        if (result instanceof ReplayResult.Answered answered) {
            return Optional.of(answered.response());
        }
        return result instanceof ReplayResult.UnknownId unknown
                        && !lookup.isNamed(unknown.id(), (ParsedRequest) request.received())
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
            write(request, JournalledResponse.ofMiss(CachedResponse.of(explanation(request, result))));
        } else if (!waitsForGlobalDelay(request)) {
            interaction.countUse();
            var response = responses.respond(interaction, request.raw(), TooLongHeaders.longest(request.jetty()));
            write(request, JournalledResponse.of(interaction, response));
        }
    }

    /** Whether the request is dispatched again when the delay of WireMock's settings is over. */
    private boolean waitsForGlobalDelay(HttpRequest request) {
        var pending = PendingRequest.of(request.jetty());
        var due = pending == null || pending.globalDelay() == null ? wireMock.globalDelay() : Duration.ZERO;
        if (due.isZero()) {
            return false;
        }
        waitFor(due, request, PendingRequest.afterGlobalDelay(request.body().wire(), due));
        return true;
    }

    private void write(HttpRequest request, JournalledResponse response) throws IOException {
        var pending = PendingRequest.of(request.jetty());
        var delay = pending == null || pending.globalDelay() == null ? Duration.ZERO : pending.globalDelay();
        if (response.response().waitsForClient()) {
            HeldMemory.of(request.jetty(), memory).hold(response.response().body().length);
        }
        record(request, response, delay);
        response.response().write(request.jetty().getResponse());
    }

    /** Before the client has the response, because it may look for the request in the journal right away. */
    private void record(HttpRequest request, JournalledResponse response, Duration delay) {
        wireMock.record(request.jetty(), request.raw(), request.body().wire(), response, delay);
    }

    private StubResponse explanation(HttpRequest request, MatchResult result) {
        var raw = request.raw();
        var report = explainer.explain(result);
        if (replays.of(raw.provider()).isEmpty() || !result.ambiguous().isEmpty()) {
            return errors.of(raw, report);
        }
        var notCovered = notCovered(result);
        RequestOutcome.ofMiss(raw.provider(), notCovered).attachTo(request.jetty());
        return errors.notCovered(raw, report, notCovered);
    }

    private static String notCovered(MatchResult result) {
        if (!(result.request() instanceof ParsedRequest request)) {
            return "request";
        }
        if (request.isForMessage()) {
            return "message";
        }
        return request.states().isEmpty() ? "operation" : "state";
    }

    /** No thread waits for a delay: when it is over, the request is dispatched again. */
    private void inject(FaultSpec fault, HttpRequest request) throws IOException {
        if (!fault.delay().isZero()) {
            waitFor(
                    fault.delay(),
                    request,
                    PendingRequest.afterFault(request.body().wire(), fault.afterDelay()));
        } else if (fault.fault() != null) {
            HeldMemory.of(request.jetty(), memory).hold(0); // because it may be forever
            record(request, JournalledResponse.ofConnectionFault(), Duration.ZERO);
            fault.fault().inject(request.jetty());
        } else if (fault.status() != null) {
            write(request, JournalledResponse.ofFault(response(request, HttpProblem.requestedStatus(fault.status()))));
        }
    }

    private void waitFor(Duration delay, HttpRequest request, PendingRequest pending) {
        HeldMemory.of(request.jetty(), memory).hold(pending.wire().length);
        pending.attachTo(request.jetty());
        DelayedDispatch.after(delay, request.jetty());
    }

    /** Refuses a request whose body is not, or not wholly, in memory. */
    private Optional<RequestBody> refuseUnread(Request request, HttpProblem problem) throws IOException {
        request.getHttpChannel().ensureConsumeAllOrNotPersistent();
        refuse(HttpRequest.of(request, RequestBody.NONE), problem);
        return Optional.empty();
    }

    private void refuse(HttpRequest request, HttpProblem problem) throws IOException {
        RequestOutcome.ofRefusal(request.raw().provider()).attachTo(request.jetty());
        write(request, problem);
    }

    private void write(HttpRequest request, HttpProblem problem) throws IOException {
        var response = response(request, problem);
        if (!AdminGuard.guards(String.valueOf(request.jetty().getPathInContext()))) {
            wireMock.recordRefusal(request.jetty(), request.raw(), response);
        }
        response.write(request.jetty().getResponse());
    }

    private CachedResponse response(HttpRequest request, HttpProblem problem) {
        var response = errors.of(request.raw(), problem);
        return CachedResponse.of(problem.isTemporary() ? response.withHeader(RETRY_AFTER, "1") : response);
    }
}
