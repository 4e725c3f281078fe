package dev.treaty.consumer.recording;

import java.nio.file.Path;
import java.util.Optional;

/** Where a module's recordings go: {@code target/recordings/once}, unless the build says otherwise. */
final class RecordingDirectory {

    /** A configuration parameter of the JUnit platform, which a system property of this name sets as well. */
    static final String PARAMETER = "recording.directory";

    private RecordingDirectory() {}

    /** The directory that a test run was configured with. */
    static Path of(Optional<String> configured) {
        return Path.of(configured.orElse("target/recordings/once"));
    }
}
