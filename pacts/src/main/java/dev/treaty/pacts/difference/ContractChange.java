package dev.treaty.pacts.difference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.ContractFile;
import dev.treaty.pacts.canonical.InteractionIdentity;
import dev.treaty.pacts.canonical.PactDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a build does to one contract file.
 *
 * @param before the file that is committed, or nothing when the contract is new
 * @param after the file that should be, or nothing when no test records it any more
 */
public record ContractChange(Optional<ContractFile> before, Optional<ContractFile> after) {

    /** For example {@code billing-stripe.json}. */
    public String fileName() {
        return after.or(() -> before).map(ContractFile::fileName).orElseThrow();
    }

    /** Whether the file would have the same bytes. */
    public boolean isNone() {
        return before.map(ContractFile::text).equals(after.map(ContractFile::text));
    }

    /**
     * What differs, for people, one line each: {@code added: "…"}, {@code removed: "…"}, or
     * {@code changed: "…" $.response.status 200 -> 201}.
     */
    public List<String> lines() {
        var old = interactions(before);
        var recorded = interactions(after);
        var all = new TreeSet<>(old.keySet());
        all.addAll(recorded.keySet());
        var lines = new ArrayList<String>();
        for (var identity : all) {
            var name = name(identity, all);
            if (!old.containsKey(identity)) {
                lines.add("added:   " + name);
            } else if (!recorded.containsKey(identity)) {
                lines.add("removed: " + name);
            } else {
                JsonDifference.between(old.get(identity), recorded.get(identity))
                        .forEach(difference -> lines.add("changed: " + name + " " + difference));
            }
        }
        if (lines.isEmpty() && !isNone()) {
            lines.add("changed: only the form of the file, which the build writes and nobody edits");
        }
        return lines;
    }

    /** Brings the file about. */
    public void apply(Path directory) throws IOException {
        var path = directory.resolve(fileName());
        if (after.isPresent()) {
            Files.writeString(path, after.get().text());
        } else {
            Files.deleteIfExists(path);
        }
    }

    private static String name(InteractionIdentity identity, Set<InteractionIdentity> all) {
        var namesakes = new HashSet<InteractionIdentity>(all);
        namesakes.removeIf(other -> !other.description().equals(identity.description()));
        return namesakes.size() == 1 ? identity.toString() : identity + " given " + identity.states();
    }

    private static SortedMap<InteractionIdentity, ObjectNode> interactions(Optional<ContractFile> file) {
        var interactions = new TreeMap<InteractionIdentity, ObjectNode>();
        file.map(ContractFile::document)
                .map(PactDocument::interactions)
                .orElse(List.of())
                .forEach(interaction -> interactions.put(InteractionIdentity.of(interaction), interaction));
        return interactions;
    }
}
