package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.JsonPath;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.secrets.SecretKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A value that looks like a credential in use. Contracts are committed and published, so none may be in them. */
public final class LiveSecret implements InteractionRule {

    @Override
    public Stream<Finding> findings(PactDocument document, ObjectNode interaction) {
        var secrets = new LinkedHashMap<String, SecretKind>();
        collect("$", "", interaction, secrets);
        for (var part : InteractionPart.of(interaction)) {
            part.body().ifPresent(body -> {
                secrets.remove(body.path()); // the fields say it more exactly than the text of all of them
                collect(body.path(), "", body.value(), secrets);
            });
        }
        return secrets.entrySet().stream()
                .map(secret -> new Finding(
                        "%s holds what looks like %s."
                                .formatted(
                                        document.nameOf(interaction),
                                        secret.getValue().text()),
                        "%s in %s".formatted(secret.getKey(), document.origin()),
                        secret.getValue().fix() + "; if this one is real, revoke it: it is in the recordings"));
    }

    /** Whether a value, or one inside it, looks like a credential in use. */
    public static boolean isIn(String path, JsonNode value) {
        var secrets = new LinkedHashMap<String, SecretKind>();
        collect(path, path.replaceFirst("(\\[\\d+])+$", "").replaceFirst(".*\\.", ""), value, secrets);
        return !secrets.isEmpty();
    }

    /** @param key the member's, also for the elements of its list */
    private static void collect(String path, String key, JsonNode node, Map<String, SecretKind> secrets) {
        if (node.isTextual()) {
            SecretKind.in(key, node.textValue()).ifPresent(kind -> secrets.put(path, kind));
        }
        for (var member : node.properties()) {
            collect(JsonPath.child(path, member.getKey()), member.getKey(), member.getValue(), secrets);
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            collect(JsonPath.element(path, index), key, node.path(index), secrets);
        }
    }
}
