package dev.treaty.consumer.recording;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs a recording test as the build would, but keeps its recordings in a separate directory.
 *
 * @param recordings where the recordings go
 * @param second where those of a second run go; empty if there is none
 */
record RecordingTestRun(Path recordings, String second) {

    /** Records once only. */
    RecordingTestRun(Path recordings) {
        this(recordings, "");
    }

    /**
     * Runs all tests of a class.
     *
     * @return the failures; empty if all passed
     */
    List<Throwable> run(Class<?> testClass) {
        return run(testClass, new TestExecutionListener() {});
    }

    /** Runs all tests of a class, and notifies a listener. */
    List<Throwable> run(Class<?> testClass, TestExecutionListener listener) {
        return run(selectClass(testClass), listener);
    }

    /** Runs one test of a class. */
    List<Throwable> runOne(Class<?> testClass, String test, Class<?>... parameters) {
        return run(selectMethod(testClass, test, parameters), new TestExecutionListener() {});
    }

    private List<Throwable> run(DiscoverySelector selector, TestExecutionListener listener) {
        var summary = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .configurationParameter(RecordingDirectory.PARAMETER, recordings.toString())
                .configurationParameter(RecordingDirectory.SECOND_PARAMETER, second)
                .build();

        LauncherFactory.create().execute(request, summary, listener);

        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getException())
                .toList();
    }

    /** The files that the run left, relative to its directory, in order. */
    List<String> files() {
        try (var files = Files.walk(recordings)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> recordings.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of one of its files. */
    String text(String file) {
        try {
            return Files.readString(recordings.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
