package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A contract as it was read from a file; of specification V2 or V3 as well, but held in the form of V4. Any number of servers
 * may replay it at the same time.
 *
 * @param path as it was named, or as it was found in the folder that was named
 * @param consumer who recorded it, e.g. {@code "billing"}
 * @param provider who must keep it, e.g. {@code "stripe"}
 * @param pact its interactions are in the order of the file
 */
public record PactFile(Path path, String consumer, String provider, V4Pact pact) {

    /**
     * Reads files, and the {@code .json} files that lie directly in folders (by name).
     *
     * @return in the order of the arguments
     * @throws UnreadablePactFile at the first that is missing or broken, or a folder without any
     */
    public static List<PactFile> load(Collection<Path> filesOrFolders) {
        var files = loadReadable(filesOrFolders);
        if (!files.unreadable().isEmpty()) {
            throw files.unreadable().get(0);
        }
        return files.readable();
    }

    /** The same, but what is missing or broken is told beside what can be read. */
    public static PactFiles loadReadable(Collection<Path> filesOrFolders) {
        return new PactFileReader().read(filesOrFolders);
    }

    /**
     * Reads the contracts that jars and folders on the class path have in {@code pacts/}, with their names in
     * {@code pacts/index.txt}, one a line; the jar of module {@code pacts} is one of that kind. As ever on a class path, the
     * first of two with the same name counts.
     *
     * @return in the order of the class path and of each index
     * @throws UnreadablePactFile if there is none, or at the first that is missing or broken
     */
    public static List<PactFile> onClassPath() {
        return onClassPath(PactFile.class.getClassLoader());
    }

    /** The same, of another class path than the one that this class is on. */
    public static List<PactFile> onClassPath(ClassLoader classPath) {
        return new ClassPathPactFiles(classPath).read();
    }

    /**
     * Reads a contract that is no file of its own, e.g. one in a database.
     *
     * @param path what messages and metadata call it
     * @throws UnreadablePactFile if it is broken
     */
    public static PactFile parse(Path path, String json) {
        return new PactFileReader().parse(path, json);
    }

    /** HTTP and message interactions, in the order of the file. */
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
