package dev.treaty.pacts.files;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Reads the contracts on a class path. A class path can be asked for a file but not for a list of files, so each jar or folder
 * has an index beside its contracts.
 */
final class ClassPathPactFiles {

    private static final String FOLDER = "pacts/";
    private static final String INDEX = FOLDER + "index.txt";

    private final ClassLoader classPath;
    private final PactFileReader reader = new PactFileReader(PactFileLimits.DEFAULT);

    ClassPathPactFiles(ClassLoader classPath) {
        this.classPath = classPath;
    }

    /** The contracts by the names in the indexes, in their order. */
    List<ReadPact> read() {
        var names = names();
        if (names.isEmpty()) {
            throw UnreadablePactFile.noneOnClassPath(INDEX);
        }
        return names.stream().map(this::read).toList();
    }

    private Collection<String> names() {
        var names = new LinkedHashSet<String>();
        try {
            for (var index : Collections.list(classPath.getResources(INDEX))) {
                text(index).lines().filter(name -> !name.isBlank()).forEach(names::add);
            }
        } catch (IOException e) {
            throw UnreadablePactFile.unreadable(Path.of(INDEX), e.getClass().getSimpleName());
        }
        return names;
    }

    private ReadPact read(String name) {
        var file = classPath.getResource(FOLDER + name);
        if (file == null) {
            throw UnreadablePactFile.missing(Path.of(FOLDER + name));
        }
        try {
            return reader.parse(Path.of(name), text(file));
        } catch (IOException e) {
            throw UnreadablePactFile.unreadable(
                    Path.of(FOLDER + name), e.getClass().getSimpleName());
        }
    }

    private static String text(URL file) throws IOException {
        try (var stream = file.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
