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
 * @param recordings where they are
 * @param second where those of a second run are; empty: there is none
 */
record SpecimenRun(Path recordings, String second) {

    /** Records once only. */
    SpecimenRun(Path recordings) {
        this(recordings, "");
    }

    /**
     * Runs all tests of a class.
     *
     * @return what made tests fail; empty when all passed
     */
    List<Throwable> run(Class<?> specimen) {
        return run(specimen, new TestExecutionListener() {});
    }

    /** Runs all tests of a class, and tells a listener. */
    List<Throwable> run(Class<?> specimen, TestExecutionListener listener) {
        return run(selectClass(specimen), listener);
    }

    /** Runs one test of a class. */
    List<Throwable> runOne(Class<?> specimen, String test, Class<?>... parameters) {
        return run(selectMethod(specimen, test, parameters), new TestExecutionListener() {});
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

    /** What is in one of its files. */
    String text(String file) {
        try {
            return Files.readString(recordings.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
