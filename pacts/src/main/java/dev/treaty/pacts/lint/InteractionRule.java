package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.stream.Stream;

/** A rule that judges each interaction on its own. */
interface InteractionRule extends LintRule {

    /** Looks for violations in one interaction of a document. */
    Stream<ErrorMessage> findings(PactDocument document, ObjectNode interaction);

    @Override
    default Stream<ErrorMessage> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return documents.stream()
                .flatMap(document ->
                        document.interactions().stream().flatMap(interaction -> findings(document, interaction)));
    }
}
