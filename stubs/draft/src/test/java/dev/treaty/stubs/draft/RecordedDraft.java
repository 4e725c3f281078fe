package dev.treaty.stubs.draft;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.CanonicalForm;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.lint.Lint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Compiles drafts as a consumer's module would, runs them, and reads what they recorded. */
final class RecordedDraft {

    private final Path directory;

    /** @param directory an empty one for classes and recordings */
    RecordedDraft(Path directory) {
        this.directory = directory;
    }

    /**
     * Records drafts; all classes must have different names.
     *
     * @return what each of them recorded, as JSON, by the name of its class
     */
    Map<String, String> record(List<InteractionDraft> drafts) throws Exception {
        compile(drafts);
        try (var classes = new URLClassLoader(
                new URL[] {directory.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
            var failures = run(drafts, classes);
            assertThat(failures).isEmpty();
        }
        return drafts.stream().collect(toMap(InteractionDraft::className, this::recording));
    }

    private void compile(List<InteractionDraft> drafts) throws IOException {
        var classes = Files.createDirectories(directory.resolve("classes"));
        var messages = new StringWriter();
        // as the root pom.xml has it
        var options = List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-Werror",
                "-Xlint:all,-classfile,-path,-processing,-serial",
                "-classpath",
                System.getProperty("java.class.path"));
        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        new PrintWriter(messages),
                        null,
                        null,
                        options,
                        null,
                        drafts.stream().map(RecordedDraft::source).toList())
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static JavaFileObject source(InteractionDraft draft) {
        var text = draft.toJava();
        return new SimpleJavaFileObject(
                URI.create("string:///" + draft.className() + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private List<Throwable> run(List<InteractionDraft> drafts, ClassLoader classes) throws ClassNotFoundException {
        var selectors = Stream.<Class<?>>builder();
        for (var draft : drafts) {
            selectors.add(classes.loadClass(className(draft)));
        }
        var summary = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectors.build().map(DiscoverySelectors::selectClass).toList())
                .configurationParameter("recording.directory", recordings().toString())
                .configurationParameter("recording.directory.second", "")
                .build();
        LauncherFactory.create().execute(request, summary);
        assertThat(summary.getSummary().getTestsFoundCount()).isEqualTo(drafts.size());
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getException())
                .toList();
    }

    private static String className(InteractionDraft draft) {
        return draft.fileName()
                .replaceFirst(".*/src/test/java/", "")
                .replaceFirst("\\.java$", "")
                .replace('/', '.');
    }

    private Path recordings() {
        return directory.resolve("recordings");
    }

    private String recording(InteractionDraft draft) {
        try (var files = Files.walk(recordings())) {
            var file = files.filter(any -> any.getFileName().toString().startsWith(draft.className() + "."))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the lint of this repository finds in a recording. */
    static List<ErrorMessage> findings(String contract, String recording) {
        var pact = CanonicalForm.of(StrictJson.object(recording, contract));
        return Lint.findings(List.of(new PactDocument(contract, contract, pact)), List.of());
    }
}
