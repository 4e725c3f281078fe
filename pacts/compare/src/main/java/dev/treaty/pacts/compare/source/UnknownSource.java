package dev.treaty.pacts.compare.source;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;

/** What was named is neither a file or folder, nor a revision of git, nor something at a broker; or it cannot be read. */
public final class UnknownSource extends TreatyException {

    private static final String DEEPEN = "git fetch --unshallow, or fetch-depth: 0 for actions/checkout";

    private UnknownSource(String what, String where, String fix) {
        super(what, where, fix);
    }

    static UnknownSource unknown(String name, boolean isShallow) {
        var fix =
                "name a pact file, a folder of pact files, a revision such as main or HEAD~1, or broker:<environment>";
        return new UnknownSource(
                "There is no file, folder or git revision with this name.",
                name,
                isShallow ? fix + "; or fetch the revision first, because this clone is shallow: " + DEEPEN : fix);
    }

    static UnknownSource onlyRemote(String name, String remote) {
        return new UnknownSource(
                "There is no file, folder or git revision with this name, but a branch of the repository that this one was cloned from.",
                name,
                "name it " + remote);
    }

    static UnknownSource noRepository(String name, String reason) {
        return new UnknownSource(
                "There is no file or folder with this name, and git, which could know it as a revision, fails: "
                        + reason,
                name,
                "name a file or a folder; or run this in a repository that git reads");
    }

    static UnknownSource noCommonCommit(String one, String other, boolean isShallow) {
        return new UnknownSource(
                isShallow
                        ? "The commit where the two parted is not in this clone, which is shallow."
                        : "The two have no commit in common.",
                one + "..." + other,
                isShallow ? "fetch it: " + DEEPEN : "compare them as they are: %s..%s".formatted(one, other));
    }

    static UnknownSource gitIsMissing(String name) {
        return new UnknownSource(
                "There is no file or folder with this name, and git, which could know it as a revision, cannot be started.",
                name,
                "install git and have it on the PATH, or name files or folders");
    }

    static UnknownSource gitFailed(String command, String reason) {
        return new UnknownSource(
                "git failed: " + reason,
                command,
                "run the command yourself in this folder; in CI, fetch the revision first (git fetch, or fetch-depth: 0)");
    }

    static UnknownSource noContracts(String revision, String folder) {
        return new UnknownSource(
                "The revision has no contracts in this folder.",
                revision + ":" + folder,
                "name the folder of the contracts with --pacts, relative to the current folder");
    }

    static UnknownSource inSubmodule(String revision, String folder, String submodule) {
        return new UnknownSource(
                "The revision has no contracts in this folder, which belongs to a submodule: its files are in another repository.",
                revision + ":" + folder,
                "run this in %s, with a revision of the submodule".formatted(submodule));
    }

    static UnknownSource emptyEnvironment(String environment, String address) {
        return new UnknownSource(
                "No version with contracts is deployed or released to %s.".formatted(environment),
                address,
                "check the name; record-deployment and record-release tell the broker what is there");
    }

    /** @param leftOut what could not be read of a contract; at least one is not about a plugin */
    static UnknownSource broken(List<ErrorMessage> leftOut) {
        var first = leftOut.stream()
                .filter(message -> !message.what().contains("it needs the Pact plugin"))
                .findFirst()
                .orElse(leftOut.get(0));
        return new UnknownSource(first.what(), first.where(), first.fix());
    }
}
