package dev.treaty.stubs.matching.diagnosis;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Similarity;
import dev.treaty.stubs.matching.ProviderContracts;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.request.MessageRequest;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Why a provider has no message for a request that asks for one. */
final class UnmatchedMessage {

    /** Characters of what a request asks for: no description or state of a contract is as long. */
    private static final int LONGEST = 300;

    private final ParsedRequest request;
    private final ProviderContracts provider;

    UnmatchedMessage(ParsedRequest request, ProviderContracts provider) {
        this.request = request;
        this.provider = provider;
    }

    MismatchReport report() {
        return MessageRequest.read(request).map(this::unknown).orElseGet(this::noneNamed);
    }

    private MismatchReport unknown(MessageRequest wanted) {
        var described = provider.messages().stream()
                .filter(message -> message.origin().description().equals(wanted.description()))
                .limit(Candidate.LIMIT)
                .toList();
        if (described.isEmpty()) {
            var description = ShortText.end(wanted.description(), LONGEST);
            return report(
                    MismatchReport.Type.UNKNOWN_MESSAGE,
                    "No message has this description",
                    "%s has no message \"%s\".".formatted(request.provider(), description),
                    "use the description of one of the candidates below, or record the message",
                    nearest(description));
        }
        var requested = ShortText.end(
                wanted.states().stream().map(RequestedState::toString).collect(Collectors.joining(" and ")), LONGEST);
        return report(
                MismatchReport.Type.UNKNOWN_STATE,
                "No such message has the requested provider state",
                "The message \"%s\" of %s never has the state %s."
                        .formatted(wanted.description(), request.provider(), requested),
                "ask for a state that one of the candidates below has, or for none",
                described);
    }

    private MismatchReport noneNamed() {
        return report(
                MismatchReport.Type.NO_MESSAGE_NAMED,
                "The request does not say which message it asks for",
                "The body does not say which message of %s is wanted.".formatted(request.provider()),
                "send {\"description\": \"…\"}, and \"providerStates\": [{\"name\": \"…\", \"params\": {…}}] if needed",
                nearest(""));
    }

    private List<MessageInteraction> nearest(String description) {
        return provider.messages().stream()
                .sorted(Comparator.comparing((MessageInteraction message) ->
                                Similarity.of(message.origin().description(), description))
                        .reversed())
                .limit(Candidate.LIMIT)
                .toList();
    }

    private MismatchReport report(
            MismatchReport.Type type, String title, String what, String fix, List<MessageInteraction> messages) {
        var candidates = messages.stream()
                .map(message -> Candidate.of(message.origin(), List.of()))
                .toList();
        var where = candidates.isEmpty()
                ? "the contracts of %s have no messages".formatted(request.provider())
                : "the nearest is " + candidates.get(0).summary();
        return MismatchReport.of(type, title, new ErrorMessage(what, where, fix), request.provider(), candidates);
    }
}
