package dev.treaty.pacts.errors;

import java.nio.file.Path;
import java.util.List;

/**
 * A path for people. On JDK 17 in the locale C, as in plain containers, {@link Path#toString} has a replacement character for each byte that
 * is not ASCII; the file is found by its bytes all the same, and they are in its URI.
 */
public final class PathText {

    private static final char UNREADABLE = '\uFFFD';

    private PathText() {}

    /** The path as its file system has it, read as UTF-8. */
    public static String of(Path path) {
        var text = path.toString();
        if (text.indexOf(UNREADABLE) < 0) {
            return text;
        }
        var absolute = path.toUri().getPath();
        if (path.isAbsolute()) {
            return absolute;
        }
        var names = List.of(absolute.split("/"));
        return String.join("/", names.subList(names.size() - path.getNameCount(), names.size()));
    }

    /** The last name of the path. */
    public static String name(Path path) {
        var name = path.getFileName();
        return name == null ? of(path) : of(name);
    }
}
