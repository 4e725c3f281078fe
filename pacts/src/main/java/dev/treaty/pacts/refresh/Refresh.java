package dev.treaty.pacts.refresh;

import dev.treaty.pacts.canonical.ContractFile;
import dev.treaty.pacts.canonical.InteractionIdentity;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.difference.ContractChange;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the recordings of this build change the contract files.
 *
 * <p>What was recorded replaces what was committed. A committed interaction that was not recorded is removed only if every test of
 * its consumer ran and passed; otherwise it stays as it is.
 *
 * @param changes one per contract, committed or recorded, sorted by name
 * @param documents the content of the new files, by the test or the file that each interaction comes from
 */
public record Refresh(List<ContractChange> changes, List<PactDocument> documents) {

    /** Compares what is committed with what was recorded. */
    public static Refresh of(List<ContractFile> committed, List<ConsumerRecording> recordings) {
        Map<String, ContractFile> files = committed.stream()
                .collect(Collectors.toMap(file -> file.document().name(), Function.identity()));
        Map<String, List<PactDocument>> recorded = recordings.stream()
                .flatMap(recording -> recording.firstRun().stream())
                .collect(Collectors.groupingBy(PactDocument::contract));
        var changes = new ArrayList<ContractChange>();
        var documents = new ArrayList<PactDocument>();
        recorded.values().forEach(documents::addAll);
        var names = new TreeSet<>(files.keySet());
        names.addAll(recorded.keySet());
        for (var name : names) {
            var before = Optional.ofNullable(files.get(name));
            var now = recorded.getOrDefault(name, List.of());
            var kept = before.map(ContractFile::document).map(file -> kept(file, now, recordings));
            kept.ifPresent(documents::add);
            changes.add(new ContractChange(before, after(before, kept, now)));
        }
        return new Refresh(changes, documents);
    }

    /** The changes that change something. */
    public List<ContractChange> differences() {
        return changes.stream().filter(Predicate.not(ContractChange::isNone)).toList();
    }

    /** The number of interactions in the new files. */
    public int interactions() {
        return changes.stream()
                .flatMap(change -> change.after().stream())
                .mapToInt(file -> file.document().interactions().size())
                .sum();
    }

    /** The number of new files. */
    public int contracts() {
        return (int)
                changes.stream().filter(change -> change.after().isPresent()).count();
    }

    private static PactDocument kept(PactDocument file, List<PactDocument> now, List<ConsumerRecording> recordings) {
        var ofConsumer = recordings.stream()
                .filter(recording -> recording.consumers().contains(file.consumer()))
                .toList();
        if (!ofConsumer.isEmpty() && ofConsumer.stream().allMatch(ConsumerRecording::isComplete)) {
            return file.with(List.of());
        }
        var replaced = now.stream()
                .flatMap(document -> document.interactions().stream())
                .map(InteractionIdentity::of)
                .collect(Collectors.toSet());
        return file.with(file.interactions().stream()
                .filter(interaction -> !replaced.contains(InteractionIdentity.of(interaction)))
                .toList());
    }

    private static Optional<ContractFile> after(
            Optional<ContractFile> before, Optional<PactDocument> kept, List<PactDocument> now) {
        if (now.isEmpty() && kept.equals(before.map(ContractFile::document))) {
            return before;
        }
        var all = Stream.concat(now.stream(), kept.stream()).toList();
        var interactions = all.stream()
                .flatMap(document -> document.interactions().stream())
                .toList();
        return interactions.isEmpty()
                ? Optional.empty()
                : Optional.of(ContractFile.of(all.get(0).with(interactions)));
    }
}
