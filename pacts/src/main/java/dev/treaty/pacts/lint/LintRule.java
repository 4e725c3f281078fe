package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.stream.Stream;

/** Something that no contract may contain. To add a rule, write a class and list it in {@code Lint.RULES}. */
interface LintRule {

    /**
     * Looks for violations.
     *
     * @param documents all contracts: what this build recorded, by test, and what is only in a contract file, by file
     * @param recordings what this build recorded, in both runs
     */
    Stream<ErrorMessage> findings(List<PactDocument> documents, List<ConsumerRecording> recordings);
}
