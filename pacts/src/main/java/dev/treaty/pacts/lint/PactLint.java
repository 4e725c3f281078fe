package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.CanonicalForm;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.canonical.UnreadableContract;
import java.util.List;

/**
 * The rules that hold for any pact file, whoever recorded it and with what. What this house asks of its own contracts besides (their
 * names, their states, their version, examples that nobody made up) is {@link Lint}'s.
 */
public final class PactLint {

    private static final List<LintRule> RULES =
            List.of(new DuplicateInteraction(), new UnmatchedVolatileValue(), new LiveSecret());

    private PactLint() {}

    /**
     * Looks at one pact.
     *
     * @param origin what findings call it, e.g. the path of its file
     * @param json in the form of version 4 of the Pact specification
     * @return what must be fixed, in the order of the rules; empty when all is well
     * @throws UnreadableContract when it is no JSON object
     */
    public static List<Finding> findings(String origin, String json) {
        var document = new PactDocument(origin, origin, CanonicalForm.of(StrictJson.object(json, origin)));
        return RULES.stream()
                .flatMap(rule -> rule.findings(List.of(document), List.of()))
                .distinct()
                .toList();
    }
}
