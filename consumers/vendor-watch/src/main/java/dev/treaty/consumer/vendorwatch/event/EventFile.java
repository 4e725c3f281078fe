package dev.treaty.consumer.vendorwatch.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
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
            throw new UncheckedIOException(e);
        }
    }
}
