package dev.treaty.consumer.recording;

import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Begins each run of a module's tests with empty recording directories and ends it with {@code manifest.json} in each:
 * {@code build} (the id of the build that recorded) and {@code declared} (every {@code @Pact} method of the module as
 * {@code TestClass.method}, run or not).
 *
 * <p>It lets the pacts module distinguish an interaction that no test produces any more from one whose test did not run this
 * time, and a recording of this build from one that an older build left behind.
 */
public final class RecordingSession implements TestExecutionListener {

    private final Path testClasses;

    /** Called by the JUnit platform. */
    public RecordingSession() {
        this(Path.of("target/test-classes"));
    }

    /**
     * A session for test classes other than the module's.
     *
     * @param testClasses the directory of their class files
     */
    RecordingSession(Path testClasses) {
        this.testClasses = testClasses.toAbsolutePath();
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (!declared().isEmpty()) {
            directories(plan).forEach(RecordingSession::delete);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        var declared = declared();
        if (!declared.isEmpty()) {
            directories(plan).forEach(directory -> writeManifest(directory, declared));
        }
    }

    private static Stream<Path> directories(TestPlan plan) {
        var parameters = plan.getConfigurationParameters();
        return Stream.concat(
                Stream.of(RecordingDirectory.of(parameters.get(RecordingDirectory.PARAMETER))),
                RecordingDirectory.second(parameters).map(Path::of).stream());
    }

    private static void writeManifest(Path directory, List<String> declared) {
        var manifest = new TreeMap<String, Object>();
        manifest.put("build", System.getProperty("build.id", "none"));
        manifest.put("declared", declared);
        try {
            Files.createDirectories(directory);
            new ObjectMapper().writeValue(directory.resolve("manifest.json").toFile(), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> declared() {
        if (Files.notExists(testClasses)) {
            return List.of();
        }
        return ReflectionSupport.findAllClassesInClasspathRoot(
                        testClasses.toUri(), type -> AnnotationSupport.isAnnotated(type, Recording.class), name -> true)
                .stream()
                .flatMap(type ->
                        AnnotationSupport.findAnnotatedMethods(type, Pact.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream()
                                .map(method -> type.getSimpleName() + "." + method.getName()))
                .sorted()
                .toList();
    }

    private static void delete(Path directory) {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
