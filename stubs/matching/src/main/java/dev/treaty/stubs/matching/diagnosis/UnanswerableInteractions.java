package dev.treaty.stubs.matching.diagnosis;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.pact.TimeLimit;
import dev.treaty.stubs.matching.request.MalformedRequest;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds interactions that refuse their own example: no client can get their response as the contract was written. Each example is asked of
 * the engine, as a client sends it; so whatever the reason is, the interaction is found.
 */
public final class UnanswerableInteractions {

    private static final int MOST_REASONS = 3;

    /** A strict lookup also compares interactions that only their state tells apart. */
    private static final boolean COMPARE_ALL = true;

    private final PactFile file;
    private final InteractionLookup lookup;

    private UnanswerableInteractions(PactFile file, Duration longestComparison) {
        this.file = file;
        lookup = new InteractionLookup(
                ContractSnapshot.of(List.of(file), StateFilter.ALL), COMPARE_ALL, List.of(), longestComparison);
    }

    /**
     * The interactions of a contract that refuse their own example, and why.
     *
     * @param longestComparison how long one of them may take; one that takes longer is found, too
     */
    public static List<ErrorMessage> in(PactFile file, Duration longestComparison) {
        return new UnanswerableInteractions(file, longestComparison).find();
    }

    private List<ErrorMessage> find() {
        return lookup.all()
                .filter(HttpInteraction.class::isInstance)
                .map(HttpInteraction.class::cast)
                .flatMap(interaction -> refusal(interaction).stream())
                .toList();
    }

    private Optional<ErrorMessage> refusal(HttpInteraction interaction) {
        var request = ReceivedRequest.of(ExampleRequest.of(file.provider(), interaction.expected()));
        if (request instanceof MalformedRequest malformed) {
            return Optional.of(message(
                    interaction,
                    malformed.reason(),
                    "write the path percent-encoded (RFC 3986), and its parameters in \"query\""));
        }
        var reason = reason(interaction, (ParsedRequest) request);
        return reason.map(why -> message(interaction, why, "correct the example, or the rule that refuses it"));
    }

    /** Why the request does not match; empty if it does. */
    private Optional<String> reason(HttpInteraction interaction, ParsedRequest request) {
        try {
            if (isFound(interaction, request)) {
                return Optional.empty();
            }
            var differences = new MismatchDescriptions(RequestSecrets.of(request.request()))
                    .of(lookup.compare(interaction, request));
            return Optional.of(differences.stream().limit(MOST_REASONS).collect(Collectors.joining("; ")));
        } catch (TimeLimit.TooLong e) {
            return Optional.of(
                    "comparing it takes longer than %d s".formatted(e.longest().toSeconds()));
        }
    }

    /** Whether the index finds it and it matches; another interaction may be more specific, or have another state. */
    private boolean isFound(HttpInteraction interaction, ParsedRequest request) {
        return lookup.find(request).comparisons().stream()
                .anyMatch(comparison -> comparison.matches() && interaction.equals(comparison.interaction()));
    }

    private ErrorMessage message(HttpInteraction interaction, String reason, String fix) {
        return new ErrorMessage(
                "\"%s\" refuses the example of its own request, so it is never answered as written: %s."
                        .formatted(interaction.origin().description(), reason),
                "$.request in " + PathText.of(file.path()),
                fix);
    }
}
