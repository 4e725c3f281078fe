package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.stream.Stream;

/**
 * A status that no response ends with: after 100 to 199, a client waits for another response, and nothing beyond 599 is defined (RFC 9110,
 * section 15).
 */
final class ImpossibleStatus implements InteractionRule {

    private static final int FIRST = 200;
    private static final int LAST = 599;

    @Override
    public Stream<ErrorMessage> findings(PactDocument document, ObjectNode interaction) {
        var status = interaction.path("response").path("status");
        var isPossible = status.isMissingNode() || (status.asInt() >= FIRST && status.asInt() <= LAST);
        return isPossible
                ? Stream.empty()
                : Stream.of(new ErrorMessage(
                        "%s responds with status %s, which no response ends with."
                                .formatted(document.nameOf(interaction), status.asText()),
                        "$.response.status in " + document.origin(),
                        "write a status from %d to %d".formatted(FIRST, LAST)));
    }
}
