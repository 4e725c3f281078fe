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
 * What a build changes in one contract file.
 *
 * @param before the committed file; empty if the contract is new
 * @param after the file as it should be; empty if no test records the contract any more
 */
public record ContractChange(Optional<ContractFile> before, Optional<ContractFile> after) {

    /** The name of the file, e.g. {@code billing-stripe.json}. */
    public String fileName() {
        return after.or(() -> before).map(ContractFile::fileName).orElseThrow();
    }

    /** Whether the file stays the same, byte for byte. */
    public boolean isNone() {
        return before.map(ContractFile::text).equals(after.map(ContractFile::text));
    }

    /**
     * Describes the differences to a person, one per line: {@code added: "…"}, {@code removed: "…"}, or
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
            lines.add("changed: only the formatting; the build writes this file, so do not edit it by hand");
        }
        return lines;
    }

    /** Writes or deletes the file. */
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
