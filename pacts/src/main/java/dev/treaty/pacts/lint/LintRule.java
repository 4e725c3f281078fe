package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.stream.Stream;

/** Something that no contract may have. To add one: a class, and a line in {@link Lint#RULES}. */
public interface LintRule {

    /**
     * Looks for it.
     *
     * @param documents all contracts: what was recorded, under its test, and what is only in a file, under the file
     * @param recordings what this build recorded, both times
     */
    Stream<Finding> findings(List<PactDocument> documents, List<ConsumerRecording> recordings);
}
