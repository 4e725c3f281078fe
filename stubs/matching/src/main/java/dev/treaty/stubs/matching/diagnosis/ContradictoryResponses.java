package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.Request;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.pact.TimeLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds responses whose example is refused by its own rules: the stub server sends what no provider could send without breaking the contract. A
 * response is compared with itself as a request is, because headers and bodies are compared in the same way.
 */
public final class ContradictoryResponses {

    private static final int MOST_REASONS = 3;

    private final TimeLimit timeLimit;

    private ContradictoryResponses(TimeLimit timeLimit) {
        this.timeLimit = timeLimit;
    }

    /**
     * Those of a contract, and why.
     *
     * @param longestComparison how long one of them may take; one that takes longer is found, too
     */
    public static List<ErrorMessage> in(PactFile file, Duration longestComparison) {
        var check = new ContradictoryResponses(new TimeLimit(longestComparison));
        return ContractSnapshot.of(List.of(file), StateFilter.ALL)
                .interactions()
                .filter(HttpInteraction.class::isInstance)
                .map(HttpInteraction.class::cast)
                .flatMap(interaction -> check.refusal(interaction).stream())
                .toList();
    }

    private Optional<ErrorMessage> refusal(HttpInteraction interaction) {
        return interaction.example().getMatchingRules().isNotEmpty()
                ? reason(interaction).map(why -> message(interaction.origin(), why))
                : Optional.empty();
    }

    private Optional<String> reason(HttpInteraction interaction) {
        try {
            var example = interaction.example();
            var itself = new HttpInteraction(interaction.origin(), expected(example), example);
            var comparison = timeLimit.within(() -> Comparison.of(itself, received(example)));
            return comparison.matches()
                    ? Optional.empty()
                    : Optional.of(new MismatchDescriptions(RequestSecrets.of(received(example)))
                            .of(comparison).stream().limit(MOST_REASONS).collect(Collectors.joining("; ")));
        } catch (TimeLimit.TooLong e) {
            return Optional.of(
                    "comparing it takes longer than %d s".formatted(e.longest().toSeconds()));
        }
    }

    private static HttpRequest expected(IResponse example) {
        return new HttpRequest(
                "GET",
                "/",
                new LinkedHashMap<>(),
                new LinkedHashMap<>(example.getHeaders()),
                example.getBody(),
                example.getMatchingRules());
    }

    private static Request received(IResponse example) {
        return new Request(
                "GET", "/", new LinkedHashMap<>(), new LinkedHashMap<>(example.getHeaders()), example.getBody());
    }

    private static ErrorMessage message(InteractionOrigin origin, String reason) {
        return new ErrorMessage(
                "\"%s\" responds with an example that its own rules refuse: %s."
                        .formatted(origin.description(), reason),
                "$.response in " + origin.file().path(),
                "correct the example, or the rule that refuses it");
    }
}
