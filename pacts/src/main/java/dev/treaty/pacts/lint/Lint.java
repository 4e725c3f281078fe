package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;

/** The rules of a contract, all of them at once: whoever fixes one finding should not meet the next only then. */
public final class Lint {

    public static final List<LintRule> RULES = List.of(
            new MisnamedContract(),
            new UnsupportedSpecificationVersion(),
            new DuplicateInteraction(),
            new UnrepeatableRecording(),
            new GeneratedExample(),
            new UnmatchedVolatileValue(),
            new MissingProviderState(),
            new LiveSecret());

    private Lint() {}

    /** What must be fixed, in the order of the rules; empty when all is well. */
    public static List<Finding> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return RULES.stream()
                .flatMap(rule -> rule.findings(documents, recordings))
                .distinct()
                .toList();
    }
}
