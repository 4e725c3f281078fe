package dev.treaty.pacts.broker.publishing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pact files that are to be published. */
public final class ContractFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private ContractFiles() {}

    /**
     * Reads files, and the {@code .json} files directly in folders.
     *
     * @param mayBeParts whether several files may have the same consumer and provider, and the broker merges them
     * @throws UnpublishableFile if one is missing or not a pact
     */
    public static List<ConsumerContracts> read(List<Path> paths, boolean mayBeParts) {
        var contracts = paths.stream()
                .flatMap(path -> files(path).stream())
                .distinct()
                .map(ContractFiles::read)
                .toList();
        if (!mayBeParts) {
            refuseSamePairs(contracts);
        }
        return ConsumerContracts.of(contracts);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.list(path)) {
            var pacts = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (pacts.isEmpty()) {
                throw UnpublishableFile.noneIn(path);
            }
            return pacts;
        } catch (IOException e) {
            throw UnpublishableFile.unreadable(
                    path,
                    "the folder cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private static ContractToPublish read(Path file) {
        if (!Files.exists(file)) {
            throw UnpublishableFile.missing(file);
        }
        try {
            var bytes = Files.readAllBytes(file);
            var contract = ContractToPublish.of(file, bytes, JSON.readTree(bytes));
            if (!contract.isNamed()) {
                throw UnpublishableFile.unreadable(file, "it has no names of a consumer and a provider");
            }
            if (contract.hasControlCharacter()) {
                throw UnpublishableFile.unreadable(
                        file, "the name of its consumer or provider has a line break or another control character");
            }
            return contract;
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw UnpublishableFile.unreadable(
                    file,
                    location == null
                            ? "it is not JSON"
                            : "it is not JSON (line %d, column %d)"
                                    .formatted(location.getLineNr(), location.getColumnNr()));
        } catch (IOException e) {
            throw UnpublishableFile.unreadable(
                    file, "it cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private static void refuseSamePairs(List<ContractToPublish> contracts) {
        contracts.stream()
                .collect(Collectors.groupingBy(contract -> List.of(contract.consumer(), contract.provider())))
                .forEach((pair, ofPair) -> {
                    if (ofPair.size() > 1) {
                        throw UnpublishableFile.samePair(
                                pair.get(0),
                                pair.get(1),
                                ofPair.stream().map(ContractToPublish::file).toList());
                    }
                });
    }

    /** The paths of all files. */
    public static List<Path> paths(List<ConsumerContracts> consumers) {
        return consumers.stream()
                .flatMap(consumer -> consumer.contracts().stream())
                .map(ContractToPublish::file)
                .toList();
    }

    /** How many contracts there are. */
    public static long count(List<ConsumerContracts> consumers) {
        return Stream.of(consumers)
                .flatMap(List::stream)
                .mapToLong(consumer -> consumer.contracts().size())
                .sum();
    }
}
