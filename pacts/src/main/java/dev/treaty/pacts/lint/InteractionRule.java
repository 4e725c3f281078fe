package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.stream.Stream;

/** A rule that looks at one interaction at a time. */
public interface InteractionRule extends LintRule {

    /** Looks at one interaction of a document. */
    Stream<Finding> findings(PactDocument document, ObjectNode interaction);

    @Override
    default Stream<Finding> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return documents.stream()
                .flatMap(document ->
                        document.interactions().stream().flatMap(interaction -> findings(document, interaction)));
    }
}
