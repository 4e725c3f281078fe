package dev.treaty.pacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** A rule that looks at one interaction at a time. */
interface InteractionRule extends LintRule {

    /** Looks at one interaction of a document. */
    Stream<Finding> findings(PactDocument document, ObjectNode interaction);

    @Override
    default Stream<Finding> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return documents.stream()
                .flatMap(document ->
                        document.interactions().stream().flatMap(interaction -> findings(document, interaction)));
    }
}
