package dev.treaty.consumer.recording;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;

/** Where a module's recordings go: {@code target/recordings/once}, unless the build sets another directory. */
final class RecordingDirectory {

    /** A configuration parameter of the JUnit platform, which a system property of this name sets as well. */
    static final String PARAMETER = "recording.directory";

    /** Where the {@link SecondRecording} goes; empty or absent if there is none. */
    static final String SECOND_PARAMETER = "recording.directory.second";

    private RecordingDirectory() {}

    /** The directory that a test run was configured with. */
    static Path of(Optional<String> configured) {
        return Path.of(configured.orElse("target/recordings/once"));
    }

    /** The directory of the second recording, if there is one. */
    static Optional<String> second(ConfigurationParameters parameters) {
        return parameters.get(SECOND_PARAMETER).filter(directory -> !directory.isBlank());
    }
}
