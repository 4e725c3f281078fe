package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.CanonicalForm;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;

/** Applies the rules of a contract, all of them at once: fixing one finding must not reveal the next. */
public final class Lint {

    /** The rules that hold for any pact file, no matter who recorded it and with which tool. */
    private static final List<LintRule> RULES_OF_ANY_PACT =
            List.of(new DuplicateInteraction(), new ImpossibleStatus(), new UnmatchedVolatileValue(), new LiveSecret());

    /** All rules, including those that only the contracts of this repository have to follow. */
    static final List<LintRule> RULES = List.of(
            new MisnamedContract(),
            new UnsupportedSpecificationVersion(),
            new DuplicateInteraction(),
            new ImpossibleStatus(),
            new UnrepeatableRecording(),
            new GeneratedExample(),
            new UnmatchedVolatileValue(),
            new UnmatchedVolatileHeader(),
            new MissingProviderState(),
            new LiveSecret());

    private Lint() {}

    /**
     * Applies all rules to the contracts of this repository.
     *
     * @param documents all contracts: what this build recorded, by test, and what is only in a contract file, by file
     * @param recordings what this build recorded, in both runs
     * @return what must be fixed, in the order of the rules; empty if everything is fine
     */
    public static List<ErrorMessage> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return findings(RULES, documents, recordings);
    }

    /**
     * Applies the rules that hold for any pact.
     *
     * @param origin what the findings call the pact, e.g. the path of its file
     * @param json a pact of specification version 4
     * @return what must be fixed, in the order of the rules; empty if everything is fine
     * @throws dev.treaty.pacts.canonical.UnreadableContract if it is not a JSON object
     */
    public static List<ErrorMessage> findingsInAnyPact(String origin, String json) {
        var document = new PactDocument(origin, origin, CanonicalForm.of(StrictJson.object(json, origin)));
        return findings(RULES_OF_ANY_PACT, List.of(document), List.of());
    }

    private static List<ErrorMessage> findings(
            List<LintRule> rules, List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return rules.stream()
                .flatMap(rule -> rule.findings(documents, recordings))
                .distinct()
                .toList();
    }
}
