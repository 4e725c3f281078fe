package dev.treaty.pacts.compare.source;

import dev.treaty.pacts.broker.PactBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Finds out what a name on the command line means. */
public final class ContractSources {

    private static final String BROKER = "broker:";

    /** How git calls the branches of the repository that this one was cloned from; builds often have no others. */
    private static final String REMOTE = "origin/";

    private final Path currentFolder;
    private final String pacts;
    private final Supplier<PactBroker> broker;
    private final Git git;

    /**
     * @param currentFolder that names are relative to
     * @param pacts the folder of the contracts in a git revision, relative to it
     * @param broker asked only for names that begin with {@code broker:}
     */
    public ContractSources(Path currentFolder, String pacts, Supplier<PactBroker> broker) {
        this.currentFolder = currentFolder;
        this.pacts = pacts;
        this.broker = broker;
        git = new Git(currentFolder.toAbsolutePath());
    }

    /**
     * The two names in a range: those in {@code main..HEAD}; in {@code main...HEAD}, the first is the commit where they parted, as in git. The name
     * itself if it is no range.
     */
    public List<String> names(String range) {
        var middle = range.indexOf("..");
        if (middle < 1 || range.startsWith(BROKER) || Files.exists(currentFolder.resolve(range))) {
            return List.of(range);
        }
        var start = range.substring(0, middle);
        var isSymmetric = range.startsWith("...", middle);
        var end = range.substring(middle + (isSymmetric ? 3 : 2));
        end = end.isEmpty() ? "HEAD" : end;
        return List.of(isSymmetric ? mergeBase(start, end) : start, end);
    }

    private String mergeBase(String start, String end) {
        requireRevision(start);
        requireRevision(end);
        return git.mergeBase(start, end).orElseThrow(() -> UnknownSource.noCommonCommit(start, end, git.isShallow()));
    }

    /**
     * The source with a name: a file or folder; else {@code broker:<environment>}; else a git revision.
     *
     * @throws UnknownSource if there is none
     */
    public ContractSource named(String name) {
        var path = currentFolder.resolve(name);
        if (Files.exists(path)) {
            return () -> ContractReader.read(path);
        } else if (name.startsWith(BROKER)) {
            return new BrokerEnvironment(broker, name.substring(BROKER.length()));
        }
        requireRevision(name);
        return new GitRevision(git, name, pacts);
    }

    private void requireRevision(String name) {
        if (git.knows(name)) {
            return;
        }
        throw git.knows(REMOTE + name)
                ? UnknownSource.onlyRemote(name, REMOTE + name)
                : UnknownSource.unknown(name, git.isShallow());
    }
}
