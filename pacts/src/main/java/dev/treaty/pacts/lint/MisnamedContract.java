package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everyone finds a contract by its file name, so that must be {@code <consumer>-<provider>.json}, and no other's. */
final class MisnamedContract implements LintRule {

    @Override
    public Stream<Finding> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return Stream.concat(
                documents.stream()
                        .filter(document -> !document.name().equals(document.contract()))
                        .map(MisnamedContract::misnamed),
                pairsByName(documents).entrySet().stream()
                        .filter(name -> name.getValue().size() > 1)
                        .map(name -> ambiguous(name.getKey(), name.getValue())));
    }

    private static Finding misnamed(PactDocument document) {
        return new Finding(
                "The contract of %s with %s is in a file of another name, where nobody looks for it."
                        .formatted(document.consumer(), document.provider()),
                document.origin(),
                "name the file %s.json".formatted(document.contract()));
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

    private static Finding ambiguous(String name, Set<String> pairs) {
        return new Finding(
                "Two contracts would have the same file: %s.".formatted(String.join(", and ", pairs)),
                name + ".json",
                "give a consumer or a provider another name");
    }
}
