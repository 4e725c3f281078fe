package dev.treaty.pacts.files.audit;

import dev.treaty.pacts.errors.Similarity;
import java.util.List;
import java.util.Optional;

/**
 * The members that the Pact specification knows in one place. Tools add members of their own, so that one that is unknown is a loss only if
 * it looks misspelt, or where nobody adds any.
 *
 * @param complete whether nobody adds others
 */
record KnownMembers(boolean complete, List<String> names) {

    static final KnownMembers ROOT =
            new KnownMembers(false, List.of("consumer", "provider", "interactions", "messages", "metadata"));

    static final KnownMembers INTERACTION = new KnownMembers(
            false,
            List.of(
                    "description",
                    "providerState",
                    "providerStates",
                    "provider_state",
                    "request",
                    "response",
                    "contents",
                    "metadata",
                    "metaData",
                    "matchingRules",
                    "generators",
                    "type",
                    "key",
                    "pending",
                    "comments",
                    "transport",
                    "pluginConfiguration",
                    "interactionMarkup"));

    static final KnownMembers REQUEST = new KnownMembers(
            true,
            List.of(
                    "method",
                    "path",
                    "query",
                    "headers",
                    "body",
                    "matchingRules",
                    "requestMatchingRules",
                    "generators"));

    static final KnownMembers RESPONSE = new KnownMembers(
            true, List.of("status", "headers", "body", "matchingRules", "responseMatchingRules", "generators"));

    static final KnownMembers MESSAGE =
            new KnownMembers(false, List.of("contents", "metadata", "metaData", "matchingRules", "generators"));

    static final KnownMembers RULES = new KnownMembers(
            true, List.of("path", "query", "header", "body", "status", "content", "contents", "metadata"));

    /** Letters; two wrong ones are a slip. */
    private static final int MISSPELT = 2;

    /** The loss if nothing reads a member with this name. */
    Optional<Loss> check(String name) {
        if (names.contains(name) || name.startsWith("_") || name.startsWith("x-")) {
            return Optional.empty();
        }
        var nearest = Similarity.nearest(name, names).get(0);
        if (Similarity.of(name, nearest).distance() <= MISSPELT) {
            return Optional.of(loss(name, "write \"%s\"".formatted(nearest)));
        }
        return complete
                ? Optional.of(loss(name, "remove it, or write one of " + String.join(", ", names)))
                : Optional.empty();
    }

    private static Loss loss(String name, String fix) {
        return new Loss("", "has the member \"%s\", which is not read".formatted(name), fix);
    }
}
