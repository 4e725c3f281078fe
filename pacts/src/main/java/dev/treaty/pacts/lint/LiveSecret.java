package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.secrets.SecretScanner;
import java.util.stream.Stream;

/** A value that looks like a credential in use. Contracts are committed and published, so they must not contain any. */
final class LiveSecret implements InteractionRule {

    @Override
    public Stream<ErrorMessage> findings(PactDocument document, ObjectNode interaction) {
        var secrets = SecretScanner.scan("$", "", interaction);
        for (var part : InteractionPart.of(interaction)) {
            part.body().ifPresent(body -> {
                secrets.remove(body.path()); // its fields say more precisely where the secret is
                secrets.putAll(SecretScanner.scan(body.path(), "", body.value()));
            });
        }
        return secrets.entrySet().stream()
                .map(secret -> new ErrorMessage(
                        "%s contains what looks like %s."
                                .formatted(
                                        document.nameOf(interaction),
                                        secret.getValue().text()),
                        "%s in %s".formatted(secret.getKey(), document.origin()),
                        secret.getValue().fix() + "; if this one is real, revoke it: it is in the recordings"));
    }
}
