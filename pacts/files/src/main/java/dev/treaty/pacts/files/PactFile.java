package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A contract read from a file of specification V2, V3 or V4, in the form of V4. Any number of servers may replay it at the same
 * time.
 *
 * @param path as the caller named it, or as it was found in the folder that the caller named
 * @param consumer who needs it, e.g. {@code "billing"}
 * @param provider who has to fulfil it, e.g. {@code "stripe"}
 * @param pact the content, with the interactions in the order of the file
 */
public record PactFile(Path path, String consumer, String provider, V4Pact pact) {

    /**
     * Reads files, and the {@code .json} files directly inside folders (in alphabetical order).
     *
     * @return in the order of the arguments
     * @throws UnreadablePactFile for the first file that is missing or broken, or the first folder without any
     */
    public static List<PactFile> load(Collection<Path> filesOrFolders) {
        return new PactFileReader()
                .read(filesOrFolders).stream()
                        .map(attempt -> of(attempt.path(), attempt.pact().orElseThrow(attempt.failure()::orElseThrow)))
                        .toList();
    }

    /**
     * Reads the contracts on the class path: those in {@code pacts/} of jars and folders that list their names in
     * {@code pacts/index.txt}, one per line, as the jar of module {@code pacts} does. Of two with the same name, the first counts, as
     * always on a class path.
     *
     * @return in the order of the class path and of each index
     * @throws UnreadablePactFile if there are none, or for the first that is missing or broken
     */
    public static List<PactFile> onClassPath() {
        return onClassPath(PactFile.class.getClassLoader());
    }

    /** Like {@link #onClassPath()}, but with the class path of another class loader. */
    public static List<PactFile> onClassPath(ClassLoader classPath) {
        return new ClassPathPactFiles(classPath)
                .read().entrySet().stream()
                        .map(file -> of(file.getKey(), file.getValue()))
                        .toList();
    }

    /**
     * Reads a contract that is not a file, e.g. one from a database.
     *
     * @param path what messages and metadata call it
     * @throws UnreadablePactFile if it is broken
     */
    public static PactFile parse(Path path, String json) {
        return of(path, new PactFileReader().parse(path, json));
    }

    static PactFile of(Path path, V4Pact pact) {
        return new PactFile(
                path, pact.getConsumer().getName(), pact.getProvider().getName(), pact);
    }

    /** The HTTP and message interactions, in the order of the file. */
    public List<V4Interaction> interactions() {
        return pact.getInteractions().stream()
                .map(interaction -> interaction.asV4Interaction())
                .toList();
    }

    @Override
    public String toString() {
        return "PactFile[%s, %s -> %s]".formatted(path, consumer, provider);
    }
}
