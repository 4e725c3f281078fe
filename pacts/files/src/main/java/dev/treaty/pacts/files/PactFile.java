package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Json;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A contract read from a file of specification V2, V3 or V4, in the form of V4. Any number of servers may replay it at the same
 * time.
 *
 * @param path as the caller named it, or as it was found in the folder that the caller named
 * @param consumer who needs it, e.g. {@code "billing"}
 * @param provider who has to fulfil it, e.g. {@code "stripe"}
 * @param pact the content, with the interactions in the order of the file
 * @param leftOut the interactions of the file that cannot be replayed, because they need a plugin
 * @param broker where a broker has it; empty for a file
 */
public record PactFile(
        Path path,
        String consumer,
        String provider,
        V4Pact pact,
        List<ErrorMessage> leftOut,
        Optional<BrokerOrigin> broker) {

    /** Copies the list. */
    public PactFile {
        leftOut = List.copyOf(leftOut);
    }

    /** A contract of which nothing is left out. */
    public PactFile(Path path, String consumer, String provider, V4Pact pact) {
        this(path, consumer, provider, pact, List.of(), Optional.empty());
    }

    /**
     * Reads files, and the {@code .json} files directly inside folders (in alphabetical order).
     *
     * @return in the order of the arguments
     * @throws UnreadablePactFile for the first file that is missing or broken or needs a plugin, or the first folder without any
     */
    public static List<PactFile> load(Collection<Path> filesOrFolders) {
        return load(filesOrFolders, PactFileLimits.DEFAULT);
    }

    /** Like {@link #load(Collection)}, but with other limits. */
    public static List<PactFile> load(Collection<Path> filesOrFolders, PactFileLimits limits) {
        return new PactFileReader(limits)
                .read(filesOrFolders).stream()
                        .map(attempt -> attempt.contract().orElseThrow(attempt.failure()::orElseThrow))
                        .map(contract -> of(contract.whole()))
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
                .read().stream().map(contract -> of(contract.whole())).toList();
    }

    /**
     * Reads a contract that is not a file, e.g. one from a database.
     *
     * @param path what messages and metadata call it
     * @throws UnreadablePactFile if it is broken
     */
    public static PactFile parse(Path path, String json) {
        return of(new PactFileReader(PactFileLimits.DEFAULT).parse(path, json).whole());
    }

    /**
     * Reads a contract without the interactions that need a plugin; {@link #leftOut()} says which these are.
     *
     * @param path what messages and metadata call it
     * @throws UnreadablePactFile if it is broken
     */
    public static PactFile parseWithoutPlugins(Path path, String json) {
        return of(new PactFileReader(PactFileLimits.DEFAULT).parse(path, json));
    }

    /**
     * Reads a contract that a broker holds. Its path is only a name.
     *
     * @throws UnreadablePactFile if it is broken
     */
    public static PactFile ofBroker(
            BrokerOrigin origin, String consumer, String provider, String json, PactFileLimits limits) {
        var read = of(new PactFileReader(limits).parse(path(origin, consumer, provider), json));
        return new PactFile(read.path, consumer, provider, read.pact, read.leftOut, Optional.of(origin));
    }

    /** The same content, as another version of the consumer has it. */
    public PactFile as(BrokerOrigin other) {
        return new PactFile(path(other, consumer, provider), consumer, provider, pact, leftOut, Optional.of(other));
    }

    /** Without the characters that a path may not contain, or that would divide the name, as in {@code https://shop.example}. */
    private static Path path(BrokerOrigin origin, String consumer, String provider) {
        return Path.of(name(origin, consumer, provider).replaceAll("[<>:\"|?*/\\\\\\p{Cntrl}]", "_"));
    }

    private static String name(BrokerOrigin origin, String consumer, String provider) {
        return "%s-%s version %s".formatted(consumer, provider, origin.consumerVersion());
    }

    static PactFile of(ReadPact read) {
        var pact = read.pact();
        return new PactFile(
                read.path(),
                pact.getConsumer().getName(),
                pact.getProvider().getName(),
                pact,
                read.leftOut(),
                Optional.empty());
    }

    /** What people call it: the name of its file, e.g. {@code billing-stripe.json}; from a broker, {@code billing-stripe version 4f2c…}. */
    public String name() {
        return broker.map(origin -> name(origin, consumer, provider)).orElseGet(() -> PathText.name(path));
    }

    /** The HTTP and message interactions, in the order of the file. */
    public List<V4Interaction> interactions() {
        return pact.getInteractions().stream()
                .map(interaction -> interaction.asV4Interaction())
                .toList();
    }

    /** The contract as JSON of specification V4, as it was read. */
    public String toJson() {
        return BodyText.of(Json.toJson(pact.toMap(PactSpecVersion.V4)));
    }

    @Override
    public String toString() {
        return "PactFile[%s, %s -> %s]".formatted(path, consumer, provider);
    }
}
