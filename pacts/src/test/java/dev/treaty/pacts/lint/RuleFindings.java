package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.List;

/** Applies a single rule. */
final class RuleFindings {

    private RuleFindings() {}

    /** The messages about one interaction, which {@code PaymentsPactTest.paymentIsCreated} recorded. */
    static List<String> of(LintRule rule, ObjectNode interaction) {
        return of(rule, List.of(ExamplePact.recorded("PaymentsPactTest.paymentIsCreated", interaction)));
    }

    static List<String> of(LintRule rule, List<PactDocument> documents) {
        return rule.findings(documents, List.of()).map(ErrorMessage::toString).toList();
    }
}
