package dev.treaty.stubs.mcp.contracts;

import dev.treaty.pacts.errors.TreatyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * What may be compared: an assistant names it, so it is only what the user has shown to this process anyway.
 *
 * @param current the current folder
 * @param contracts the files and folders with which the process was started
 */
record ComparedFolders(Path current, List<Path> contracts) {

    /** Copies the list. */
    ComparedFolders {
        contracts = List.copyOf(contracts);
    }

    /**
     * The folder of the contracts, relative to the current one, as git has it as well.
     *
     * @throws NotComparable if there is not exactly one
     */
    String folder() {
        if (contracts.size() != 1 || !Files.isDirectory(contracts.get(0))) {
            throw new NotComparable(
                    "Only the contracts of one folder can be compared with what git has.",
                    contracts.isEmpty() ? "the contracts in this jar" : contracts.toString(),
                    "start treaty mcp in the repository, with --pacts and that one folder");
        }
        return contracts.get(0).toString();
    }

    /**
     * A name that an assistant gave.
     *
     * @throws NotComparable if it is a broker, or outside of the current folder and of the contracts
     */
    String checked(String argument, String name) {
        if (name.startsWith("broker:")) {
            throw new NotComparable(
                    "This server asks no broker.",
                    "the argument \"%s\"".formatted(argument),
                    "let the user run treaty compare, which does");
        }
        if (exists(name) && !isInside(current.resolve(name))) {
            throw new NotComparable(
                    "This file or folder is outside of the current folder.",
                    "the argument \"%s\"".formatted(argument),
                    "name a git revision, or something below the current folder");
        }
        return name;
    }

    private boolean exists(String name) {
        try {
            return Files.exists(current.resolve(name));
        } catch (InvalidPathException e) {
            return false; // then git may know it
        }
    }

    private boolean isInside(Path path) {
        try {
            var real = path.toRealPath();
            if (real.startsWith(current.toRealPath())) {
                return true;
            }
            for (var known : contracts) {
                if (real.startsWith(known.toRealPath())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // it is gone
        }
    }

    /** It may not or cannot be compared. */
    private static final class NotComparable extends TreatyException {

        NotComparable(String what, String where, String fix) {
            super(what, where, fix);
        }
    }
}
