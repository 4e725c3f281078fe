package dev.treaty.consumer.recording;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * Runs the recording tests of a test run a second time, after Jupiter ran them, and keeps what they record apart, so that
 * the pacts module can compare the two.
 *
 * <p>The second run has another date, another time zone and another language for numbers, and the module's
 * classes are {@linkplain ReloadedClasses loaded again}. What depends on clock, zone, locale or random values comes out
 * differently. Running in the same process costs a fraction of what a second process would.
 *
 * <p>It does nothing unless the configuration parameter {@value RecordingDirectory#SECOND_PARAMETER} names a directory.
 */
public final class SecondRecording implements TestEngine {

    /** 26 hours ahead of the zone of the first run (the surefire configuration in {@code pom.xml}): never the same date. */
    private static final TimeZone ZONE = TimeZone.getTimeZone("Pacific/Kiritimati");

    /** Writes 1.5 as 1,5. */
    private static final Locale LOCALE = Locale.GERMANY;

    private final TestEngine jupiter = jupiter();

    /** Called by the JUnit platform. */
    public SecondRecording() {}

    private static TestEngine jupiter() {
        return ServiceLoader.load(TestEngine.class, SecondRecording.class.getClassLoader()).stream()
                .filter(engine -> !engine.type().equals(SecondRecording.class))
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.getId().equals("junit-jupiter"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String getId() {
        return "second-recording";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        return RecordingDirectory.second(request.getConfigurationParameters())
                .map(directory -> new SecondRequest(request, reloaded(recordingTests(request, id)), directory))
                .filter(second -> !second.selectors().isEmpty())
                .map(second -> jupiter.discover(second, id))
                .orElseGet(() -> new EngineDescriptor(id, getId()));
    }

    private List<MethodSource> recordingTests(EngineDiscoveryRequest request, UniqueId id) {
        return testMethods(jupiter.discover(request, id))
                .filter(test -> AnnotationSupport.isAnnotated(test.getJavaClass(), Recording.class))
                .toList();
    }

    private static Stream<MethodSource> testMethods(TestDescriptor engine) {
        return engine.getDescendants().stream()
                .map(TestDescriptor::getSource)
                .flatMap(Optional::stream)
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast);
    }

    @SuppressWarnings("resource") // the tests run after this returns
    private static List<DiscoverySelector> reloaded(List<MethodSource> tests) {
        var classes = new ReloadedClasses();
        return tests.stream()
                .<DiscoverySelector>map(test -> DiscoverySelectors.selectMethod(
                        classes,
                        test.getClassName(),
                        test.getMethodName(),
                        requireNonNullElse(test.getMethodParameterTypes(), "")))
                .toList();
    }

    @Override
    public void execute(ExecutionRequest request) {
        var test = testMethods(request.getRootTestDescriptor()).findAny();
        if (test.isEmpty()) {
            reportNothing(request);
            return;
        }
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        var thread = Thread.currentThread();
        var classes = thread.getContextClassLoader();
        TimeZone.setDefault(ZONE);
        Locale.setDefault(LOCALE);
        thread.setContextClassLoader(test.get().getJavaClass().getClassLoader());
        try {
            jupiter.execute(request);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
            thread.setContextClassLoader(classes);
        }
    }

    private static void reportNothing(ExecutionRequest request) {
        var engine = request.getRootTestDescriptor();
        request.getEngineExecutionListener().executionStarted(engine);
        request.getEngineExecutionListener().executionFinished(engine, TestExecutionResult.successful());
    }
}
