package dev.treaty.stubs.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import java.util.List;
import java.util.Map;

/**
 * Says why no contract answers a request: a {@link Problem} with status 404 that names the nearest interactions and every
 * difference from them, or one with status 409 if several contend for it. It repeats no {@linkplain Credentials secret} of the request.
 */
final class NotMatched extends NotMatchedRenderer {

    private final Served served;
    private final Handover handover;
    private final Addresses addresses;

    NotMatched(Served served, Handover handover, Addresses addresses) {
        this.served = served;
        this.handover = handover;
        this.addresses = addresses;
    }

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        return answer(handover.found(event.getRequest()));
    }

    /** As a problem document, or as text for people who ask with a command-line tool. */
    ResponseDefinition answer(Found found) {
        var problem = problem(found);
        return found.request() instanceof ReceivedRequest.Understood request && Terminal.asks(request.request())
                ? problem.toTextAnswer()
                : problem.toAnswer();
    }

    private Problem problem(Found found) {
        var provider = found.contracts().provider(found.request().provider()).orElse(null);
        if (provider == null) {
            return unknownProvider(found);
        }
        if (!found.contending().isEmpty()) {
            return contending(found);
        }
        if (found.request() instanceof ReceivedRequest.Understood request) {
            return request.isForMessage()
                    ? new NoMessage(request, provider).problem()
                    : noInteraction(request, provider, found);
        }
        return malformed((ReceivedRequest.Malformed) found.request());
    }

    private Problem noInteraction(ReceivedRequest.Understood request, Contracts.Provider provider, Found found) {
        try {
            return served.inTime(provider, request, () -> new NoInteraction(request, provider, served).problem(found));
        } catch (TimeLimit.TooLong e) {
            return Problem.tookTooLong(e.longest());
        }
    }

    private Problem unknownProvider(Found found) {
        var received = found.request();
        var names = found.contracts().providers();
        var providers = names.stream()
                .map(name -> new Place(name, addresses.url(name).toString()))
                .toList();
        var places = String.join(", ", names.stream().map(Mappings::basePath).toList());
        var what = received.provider().isEmpty()
                ? "The path does not say which provider is meant."
                : "No loaded contract is with a provider \"%s\".".formatted(received.provider());
        return Problem.notFound(
                "unknown-provider",
                "No contract is with this provider",
                """
                %s
                  where: the first segment of the path
                  fix:   %s""".formatted(what, places.isEmpty() ? "load a contract" : "begin the path with one of " + places),
                Map.of("providers", providers));
    }

    private static Problem contending(Found found) {
        var request = found.request();
        var candidates = found.contending().stream()
                .map(interaction -> Candidate.of(interaction.origin(), List.of()))
                .toList();
        return Problem.conflict(
                "contending-interactions",
                "Several interactions match the request and answer differently",
                """
                %d interactions of %s match %s %s, none is more specific than the others, and they answer differently.
                  where: the first is %s
                  fix:   choose with the header %s: one of the "states" of one of the "candidates"; or record requests that differ""".formatted(
                                candidates.size(),
                                request.provider(),
                                request.method(),
                                request.path(),
                                candidates.get(0).summary(),
                                RequestedState.HEADER),
                Problem.members(request.provider(), candidates));
    }

    private static Problem malformed(ReceivedRequest.Malformed received) {
        return Problem.notFound(
                "malformed-request",
                "The request cannot be compared with a contract",
                """
                No contract can match this request: %s.
                  where: %s %s of %s
                  fix:   send it as its header and RFC 3986 ask for""".formatted(received.reason(), received.method(), received.path(), received.provider()),
                Problem.members(received.provider(), List.of()));
    }

    @JsonPropertyOrder({"name", "url"})
    private record Place(String name, String url) {}
}
