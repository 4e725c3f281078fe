package dev.treaty.consumer.vendorwatch.watch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.treaty.consumer.http.Json;
import dev.treaty.consumer.http.UnreadableJson;
import dev.treaty.consumer.vendorwatch.settings.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what the watch remembers, so that {@code --once} sees more than one call. */
public final class MemoryFile {

    private final Path file;

    public MemoryFile(Path file) {
        this.file = file;
    }

    /**
     * What was kept last; nothing if there is no file yet.
     *
     * @throws InvalidSettings if the file is something else
     */
    public WatchMemory read() {
        if (!Files.exists(file)) {
            return WatchMemory.EMPTY;
        }
        try {
            return Json.read(Files.readAllBytes(file), WatchMemory.class);
        } catch (UnreadableJson e) {
            throw new InvalidSettings(
                    "The watch cannot read what it remembers: the file %s.".formatted(e.complaint()),
                    file.toString(),
                    "name the file that the watch wrote, or remove it; then it begins anew");
        } catch (IOException e) {
            throw inaccessible(e);
        }
    }

    /** Keeps it: all or, if the process ends meanwhile, what was there before. */
    public void write(WatchMemory memory) {
        try {
            var written = Files.createTempFile(file.toAbsolutePath().getParent(), "vendor-watch", ".json");
            Files.write(written, Json.write(memory));
            Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw inaccessible(e);
        }
    }

    private InvalidSettings inaccessible(IOException e) {
        return new InvalidSettings(
                "The watch cannot keep what it remembers.",
                "%s (%s)".formatted(file, e.getClass().getSimpleName()),
                "check that the folder is there, and who may write into it");
    }
}
