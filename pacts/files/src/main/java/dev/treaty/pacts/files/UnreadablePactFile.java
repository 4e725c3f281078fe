package dev.treaty.pacts.files;

import com.fasterxml.jackson.core.JsonLocation;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Path;

/** A pact file that is missing, is not JSON, or is not a contract that can be replayed. */
public final class UnreadablePactFile extends TreatyException {

    private final Path path;

    private UnreadablePactFile(Path path, String what, String where, String fix) {
        super(what, where, fix);
        this.path = path;
    }

    static UnreadablePactFile missing(Path path) {
        return new UnreadablePactFile(
                path,
                "There is no pact file or folder with this name.",
                path.toString(),
                "name a .json file that exists, or a folder that contains some");
    }

    static UnreadablePactFile noneOnClassPath(String index) {
        return new UnreadablePactFile(
                Path.of(index),
                "There are no contracts on the class path.",
                index + ", which lists them, is not in any jar or folder on it",
                "add a jar of contracts as a dependency, e.g. dev.treaty:pacts; or name pact files or folders");
    }

    static UnreadablePactFile emptyFolder(Path folder) {
        return new UnreadablePactFile(
                folder,
                "The folder contains no pact files.",
                folder.toString(),
                "name a folder that contains .json files, or record the contracts first");
    }

    static UnreadablePactFile unreadable(Path path, String reason) {
        return new UnreadablePactFile(
                path,
                "The pact file cannot be read: " + reason + ".",
                path.toString(),
                "check the file and its permissions");
    }

    static UnreadablePactFile broken(Path path, Position position, String reason) {
        return leftOut(path, brokenInteraction(path, position, reason));
    }

    /** The same of one interaction, if others can be read. */
    static ErrorMessage brokenInteraction(Path path, Position position, String reason) {
        return new ErrorMessage(
                "The pact file is broken: " + reason + ".",
                where(path, position),
                "correct the file there, or record the contract again");
    }

    static UnreadablePactFile beyondLimit(Path path, Position position, String reason, String limit) {
        return new UnreadablePactFile(
                path,
                "The pact file is broken: " + reason + ".",
                where(path, position),
                "correct the file there; if it is right, allow more with --limit %s=N".formatted(limit));
    }

    static UnreadablePactFile leftOut(Path path, ErrorMessage reason) {
        return new UnreadablePactFile(path, reason.what(), reason.where(), reason.fix());
    }

    /** Whatever else goes wrong must not keep the files beside it from being read. */
    static UnreadablePactFile unforeseen(Path path, Throwable reason) {
        var what = reason instanceof StackOverflowError
                ? "it has too many objects and lists inside each other"
                : reason.getClass().getSimpleName() + (reason.getMessage() == null ? "" : ": " + reason.getMessage());
        return new UnreadablePactFile(
                path,
                "The pact file cannot be read: " + what + ".",
                path.toString(),
                "record the contract again, or remove parts of the file until it can be read");
    }

    /** How errors say where in a file something is. */
    public static String where(Path path, Position position) {
        return "%s, line %d, column %d".formatted(PathText.of(path), position.line(), position.column());
    }

    /** The file or folder, as the caller named it. */
    public Path path() {
        return path;
    }

    /** A position in a file; both numbers start at one. */
    public record Position(int line, int column) {

        /** The start of a file. */
        public static final Position START = new Position(1, 1);

        /** Where Jackson is. */
        public static Position of(JsonLocation location) {
            return new Position(location.getLineNr(), location.getColumnNr());
        }
    }
}
