package dev.treaty.pacts;

import java.util.List;

/** The rules of a contract, all of them at once: whoever fixes one finding should not meet the next only then. */
final class Lint {

    static final List<LintRule> RULES = List.of(
            new MisnamedContract(),
            new OtherSpecificationVersion(),
            new DuplicateInteraction(),
            new UnrepeatableRecording(),
            new MadeUpExample(),
            new ExactVolatileValue(),
            new MissingProviderState(),
            new LiveSecret());

    private Lint() {}

    /** What must be fixed, in the order of the rules; empty when all is well. */
    static List<Finding> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return RULES.stream()
                .flatMap(rule -> rule.findings(documents, recordings))
                .distinct()
                .toList();
    }
}
