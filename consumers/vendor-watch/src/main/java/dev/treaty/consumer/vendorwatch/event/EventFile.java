package dev.treaty.consumer.vendorwatch.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.treaty.consumer.vendorwatch.settings.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Appends events to a file, one on each line. */
public final class EventFile implements EventSink {

    private final Path file;

    public EventFile(Path file) {
        this.file = file;
    }

    @Override
    public boolean deliver(WatchEvent event) {
        try {
            Files.writeString(file, new String(event.toJson(), UTF_8) + "\n", CREATE, APPEND);
            return true;
        } catch (IOException e) {
            throw new InvalidSettings(
                    "Events cannot be written.",
                    "%s (%s)".formatted(file, e.getClass().getSimpleName()),
                    "check that the folder is there, and who may write into it");
        }
    }
}
