package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contracts are found by their file name, so it must be {@code <consumer>-<provider>.json} and unique. */
final class MisnamedContract implements LintRule {

    @Override
    public Stream<ErrorMessage> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return Stream.concat(
                documents.stream()
                        .filter(document -> !document.name().equals(document.contract()))
                        .map(MisnamedContract::misnamed),
                pairsByName(documents).entrySet().stream()
                        .filter(name -> name.getValue().size() > 1)
                        .map(name -> ambiguous(name.getKey(), name.getValue())));
    }

    private static ErrorMessage misnamed(PactDocument document) {
        return new ErrorMessage(
                "The contract of %s with %s is in a file with the wrong name, so nobody will find it."
                        .formatted(document.consumer(), document.provider()),
                document.origin(),
                "rename the file to %s.json".formatted(document.contract()));
    }

    private static Map<String, Set<String>> pairsByName(List<PactDocument> documents) {
        return documents.stream()
                .collect(Collectors.groupingBy(
                        PactDocument::contract,
                        TreeMap::new,
                        Collectors.mapping(
                                document -> document.consumer() + " with " + document.provider(),
                                Collectors.toCollection(TreeSet::new))));
    }

    private static ErrorMessage ambiguous(String name, Set<String> pairs) {
        return new ErrorMessage(
                "Two contracts would be in the same file: %s.".formatted(String.join(", and ", pairs)),
                name + ".json",
                "rename one of the consumers or providers");
    }
}
