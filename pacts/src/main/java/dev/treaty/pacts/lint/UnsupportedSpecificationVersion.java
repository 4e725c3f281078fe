package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.stream.Stream;

/** All contracts use version 4 of the Pact specification, the only one in which messages and requests share a file. */
final class UnsupportedSpecificationVersion implements LintRule {

    @Override
    public Stream<ErrorMessage> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return documents.stream()
                .filter(document -> !version(document).startsWith("4"))
                .map(document -> new ErrorMessage(
                        "The contract of %s with %s uses version %s of the Pact specification instead of version 4."
                                .formatted(
                                        document.consumer(),
                                        document.provider(),
                                        version(document).isEmpty() ? "(none)" : version(document)),
                        document.origin(),
                        "end its @Pact method with toPact(V4Pact.class) and record it again"));
    }

    private static String version(PactDocument document) {
        return document.pact()
                .path("metadata")
                .path("pactSpecification")
                .path("version")
                .asText();
    }
}
