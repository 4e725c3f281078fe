package dev.treaty.provider.environmentcloner.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the files of one operation, which are deleted with it; those of a killed worker when its operation is taken up. */
record WorkFolder(Path folder) implements AutoCloseable {

    WorkFolder(Path work, String operation) {
        this(work.resolve(operation));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path work, String operation) {
        new WorkFolder(work.resolve(operation)).close();
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
