package dev.treaty.stubs.replay;

import static java.util.Objects.requireNonNullElse;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * The way of every request that is not for the admin API: read it, find who could answer, decide how it is answered, tell
 * the journal, answer.
 *
 * <p>It stands before WireMock and before its servlet container. What an interaction answers the same each time is written
 * here, from bytes that are kept ready; all else is {@linkplain Handover handed over} to WireMock together with what was
 * found. What WireMock cannot parse is answered here as well: its journal and the mappings that were added do not see it.
 */
final class Intake extends HandlerWrapper {

    private static final String LEFT = Disturbance.class.getName();

    private final Served served;
    private final Disturbances disturbances;
    private final ReplayStores stores;
    private final Handover handover;
    private final Answering answering;
    private final NotMatched notMatched;

    Intake(
            Served served,
            Disturbances disturbances,
            ReplayStores stores,
            Handover handover,
            Answering answering,
            NotMatched notMatched) {
        this.served = served;
        this.disturbances = disturbances;
        this.stores = stores;
        this.handover = handover;
        this.answering = answering;
        this.notMatched = notMatched;
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest asServlet, HttpServletResponse response)
            throws IOException, ServletException {
        if (isForWireMock(target, request)) {
            super.handle(target, request, asServlet, response);
            return;
        }
        if (Body.isHere(request)) {
            answer(target, request);
        } else {
            Arrival.await(request);
        }
        request.setHandled(true);
    }

    private void answer(String target, Request request) throws IOException, ServletException {
        var body = Body.read(request);
        try {
            if (body.isPresent()) {
                answer(target, request, body.get());
            } else {
                PreparedAnswer.of(Problem.tooLarge(Body.MOST).toAnswer()).write(request.getResponse());
            }
        } catch (UnreadableDisturbance e) {
            PreparedAnswer.of(Problem.badDisturbance(String.valueOf(e.getMessage()))
                            .toAnswer())
                    .write(request.getResponse());
        } catch (TimeLimit.TooLong e) {
            PreparedAnswer.of(Problem.tookTooLong(e.longest()).toAnswer()).write(request.getResponse());
        }
    }

    private void answer(String target, Request request, Body body) throws IOException, ServletException {
        var arrived = arrived(request, body);
        var understood = understood(request, arrived, body);
        var disturbance = disturbance(request, arrived, understood);
        if (!disturbance.isNone()) {
            Decision.disturbed(understood.provider(), disturbance).noteOn(request);
            disturb(request, body, disturbance);
            return;
        }
        var found = served.find(understood);
        Decision.of(found).noteOn(request);
        var ready = ready(arrived, found);
        if (ready.isPresent()) {
            ready.get().write(request.getResponse());
            stores.journal()
                    .add(new PreparedEvent(request, arrived, found.answering().get(0), ready.get()));
        } else if (!isForHttp(request)
                || body.unpacked().isEmpty()
                || !handover.answer(getHandler(), target, request, body, arrived, found)) {
            PreparedAnswer.of(plain(found)).write(request.getResponse());
        }
    }

    private Disturbance disturbance(Request request, Arrived arrived, ReceivedRequest understood) {
        return request.getAttribute(LEFT) instanceof Disturbance left ? left : disturbances.of(arrived, understood);
    }

    /** Lets go wrong what is to. No thread waits for a delay: after it, the request is handled anew. */
    private static void disturb(Request request, Body body, Disturbance disturbance) throws IOException {
        if (!disturbance.delay().isZero()) {
            request.setAttribute(LEFT, disturbance.afterDelay());
            Arrival.again(request, body, disturbance.delay());
        } else if (disturbance.fault() != null) {
            disturbance.fault().inject(request);
        } else if (disturbance.status() != null) {
            PreparedAnswer.of(Problem.disturbed(disturbance.status()).toAnswer())
                    .write(request.getResponse());
        }
    }

    private static boolean isForWireMock(String target, Request request) {
        return AdminGuard.guards(target)
                || (request.getHttpURI().getPathQuery() == null && isForHttp(request)); // CONNECT
    }

    /** A target in the absolute form may name another scheme, and WireMock would fail on it. */
    private static boolean isForHttp(Request request) {
        var scheme = request.getHttpURI().getScheme();
        return scheme == null || scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    private static Arrived arrived(Request request, Body body) {
        var pathAndQuery = requireNonNullElse(request.getHttpURI().getPathQuery(), "");
        var bytes = body.unpacked().orElse(body.wire());
        var ownPortOf = request.getHttpChannel().getConnector().getName();
        return ownPortOf == null
                ? Arrived.atMainPort(request.getMethod(), pathAndQuery, request.getHttpFields(), bytes)
                : Arrived.atPortOf(ownPortOf, request.getMethod(), pathAndQuery, request.getHttpFields(), bytes);
    }

    private static ReceivedRequest understood(Request request, Arrived arrived, Body body) {
        if (!isForHttp(request)) {
            return ReceivedRequest.malformed(arrived, "its target is of another scheme than HTTP");
        }
        return body.unpacked().isPresent()
                ? ReceivedRequest.of(arrived)
                : ReceivedRequest.malformed(arrived, "its body is not packed with gzip, as its header says");
    }

    /** The answer that may be written at once, if the request is for one and WireMock has nothing to do with it. */
    private Optional<PreparedAnswer> ready(Arrived arrived, Found found) {
        return found.first()
                .flatMap(Replay::preparedAnswer)
                .filter(answer -> !isMultipart(arrived) && !stores.mayComeFirst(arrived) && !stores.delayAll());
    }

    /** WireMock's journal takes the parts apart. */
    private static boolean isMultipart(Arrived arrived) {
        var contentType = arrived.header(HttpHeader.CONTENT_TYPE.asString());
        return !contentType.isEmpty()
                && contentType.get(0).strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private ResponseDefinition plain(Found found) {
        return found.first()
                .map(replay -> answering.answer(replay, found.request().method()))
                .orElseGet(() -> notMatched.answer(found));
    }
}
