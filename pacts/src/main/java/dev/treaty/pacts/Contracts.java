package dev.treaty.pacts;

import dev.treaty.pacts.canonical.ContractFile;
import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.canonical.UnreadableContract;
import dev.treaty.pacts.refresh.PackagedContracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Contracts, read for whoever verifies, replays or reports them.
 *
 * @param all sorted by name
 */
public record Contracts(List<Contract> all) {

    /** Keeps a copy. */
    public Contracts {
        all = List.copyOf(all);
    }

    /**
     * The contracts of this repository, which are on the class path because this module's jar is.
     *
     * @throws UnreadableContract when the jar has no contracts, or a broken one
     */
    public static Contracts committed() {
        var index = resource(PackagedContracts.INDEX);
        return new Contracts(read(index)
                .lines()
                .map(file -> resource(PackagedContracts.FOLDER + "/" + file))
                .map(url -> Contract.parse(read(url), uri(url)))
                .toList());
    }

    /**
     * The contracts in a directory: its {@code *.json}, not its subdirectories.
     *
     * @throws UnreadableContract when the directory cannot be read, or one of its files is no contract
     */
    public static Contracts in(Path directory) {
        return new Contracts(
                ContractFile.pathsIn(directory).stream().map(Contracts::at).toList());
    }

    /**
     * The contract in one file.
     *
     * @throws UnreadableContract when it cannot be read, with line and column if that is the matter
     */
    public static Contract at(Path file) {
        return Contract.parse(StrictJson.text(file), file.toUri());
    }

    /** What is asked of one provider, by all its consumers. */
    public List<Contract> ofProvider(String provider) {
        return all.stream()
                .filter(contract -> contract.provider().equals(provider))
                .toList();
    }

    /** What one consumer asks of one provider. */
    public Optional<Contract> between(String consumer, String provider) {
        return ofProvider(provider).stream()
                .filter(contract -> contract.consumer().equals(consumer))
                .findFirst();
    }

    private static URL resource(String name) {
        var url = Contracts.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new UnreadableContract(
                    "The class path has no contracts.",
                    name,
                    "build the pacts module first: mvn -pl pacts process-classes");
        }
        return url;
    }

    private static String read(URL url) {
        try (var stream = url.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
