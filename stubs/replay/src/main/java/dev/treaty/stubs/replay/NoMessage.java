package dev.treaty.stubs.replay;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Why a provider sends no message when it is asked for one. */
final class NoMessage {

    private final ReceivedRequest.Understood request;
    private final Contracts.Provider provider;

    NoMessage(ReceivedRequest.Understood request, Contracts.Provider provider) {
        this.request = request;
        this.provider = provider;
    }

    Problem problem() {
        return MessageRequest.read(request).map(this::unknown).orElseGet(this::noQuestion);
    }

    private Problem unknown(MessageRequest question) {
        var described = provider.messages().stream()
                .filter(message -> message.origin().description().equals(question.description()))
                .limit(Candidate.MOST)
                .toList();
        if (described.isEmpty()) {
            return problem(
                    "unknown-message",
                    "No message has this description",
                    "No message of %s is \"%s\".".formatted(request.provider(), question.description()),
                    "use the description of one of the \"candidates\", or record the message",
                    nearest(question));
        }
        var asked = question.states().stream().map(RequestedState::toString).collect(Collectors.joining(" and "));
        return problem(
                "unknown-state",
                "No such message has the requested provider state",
                "Message \"%s\" of %s is never given %s.".formatted(question.description(), request.provider(), asked),
                "ask for a state that one of the \"candidates\" has, or for none",
                described);
    }

    private Problem noQuestion() {
        return problem(
                "no-question",
                "The request does not say which message it asks for",
                "The body does not say which message of %s is asked for.".formatted(request.provider()),
                "send {\"description\": \"…\"}, and \"providerStates\": [{\"name\": \"…\", \"params\": {…}}] if need be",
                nearest(new MessageRequest("", List.of())));
    }

    private List<MessageReplay> nearest(MessageRequest question) {
        return provider.messages().stream()
                .sorted(Comparator.comparing((MessageReplay message) ->
                                Likeness.of(message.origin().description(), question.description()))
                        .reversed())
                .limit(Candidate.MOST)
                .toList();
    }

    private Problem problem(String type, String title, String what, String fix, List<MessageReplay> messages) {
        var candidates = messages.stream()
                .map(message -> Candidate.of(message.origin(), List.of()))
                .toList();
        var where = candidates.isEmpty()
                ? "the contracts of %s have no messages".formatted(request.provider())
                : "nearest is " + candidates.get(0).summary();
        return Problem.notFound(
                type,
                title,
                "%s\n  where: %s\n  fix:   %s".formatted(what, where, fix),
                Problem.members(request.provider(), candidates));
    }
}
