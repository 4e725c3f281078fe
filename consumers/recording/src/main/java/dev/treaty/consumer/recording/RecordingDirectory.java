package dev.treaty.consumer.recording;

import java.nio.file.Path;

/** Where a module's recordings go: {@code target/recordings/once}, unless the build says otherwise. */
final class RecordingDirectory {

    private static final String PROPERTY = "recording.directory";

    private RecordingDirectory() {}

    static Path current() {
        return Path.of(System.getProperty(PROPERTY, "target/recordings/once"));
    }
}
