package dev.treaty.stubs.bench;

import com.github.tomakehurst.wiremock.core.Version;
import com.github.tomakehurst.wiremock.standalone.WireMockServerRunner;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is measured. Java's options are its own defaults for all of them. */
enum MeasuredServer {
    TREATY("treaty-stubs") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, BenchSettings settings, int port) {
            var command = new ArrayList<>(List.of(JAVA, "-jar", settings.jar().toString(), "serve"));
            command.addAll(List.of("--pacts", files.pact().toString()));
            command.addAll(List.of("--port", "0", "--listen", "stripe=" + port));
            command.addAll(settings.serveArguments());
            return command;
        }
    },
    WIREMOCK("WireMock " + Version.getCurrentVersion()) {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, BenchSettings settings, int port) {
            return List.of(
                    JAVA,
                    "-jar",
                    standaloneJar().toString(),
                    "--port",
                    String.valueOf(port),
                    "--root-dir",
                    files.wireMock().toString(),
                    "--no-request-journal");
        }
    },
    BARE("bare Jetty 11") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, BenchSettings settings, int port) {
            return List.of(
                    JAVA,
                    "-classpath",
                    System.getProperty("java.class.path"),
                    BareServer.class.getName(),
                    String.valueOf(port),
                    workload.answer(0));
        }

        @Override
        ExpectedResponses exchanges(Workload workload) {
            return ExpectedResponses.withOneAnswer(workload);
        }
    },
    PACT_STUB_SERVER("pact-stub-server") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, BenchSettings settings, int port) {
            return List.of("pact-stub-server", "--file", files.pact().toString(), "--port", String.valueOf(port));
        }

        @Override
        Optional<String> absence() {
            var path = Pattern.compile(Pattern.quote(System.getProperty("path.separator")));
            return path.splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                            .flatMap(folder -> Stream.of("pact-stub-server", "pact-stub-server.exe")
                                    .map(binary -> Path.of(folder, binary)))
                            .anyMatch(Files::isExecutable)
                    ? Optional.empty()
                    : Optional.of("not on the PATH");
        }
    };

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final String shown;

    MeasuredServer(String shown) {
        this.shown = shown;
    }

    /** How it is started, so that it listens on the port. */
    abstract List<String> command(Workload workload, WorkloadFiles files, BenchSettings settings, int port);

    /** What it is asked and what it must answer. */
    ExpectedResponses exchanges(Workload workload) {
        return ExpectedResponses.of(workload);
    }

    /** Why it cannot be measured here; empty if it can. */
    Optional<String> absence() {
        return Optional.empty();
    }

    private static Path standaloneJar() {
        var source = WireMockServerRunner.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a jar on the class path has an address", e);
        }
    }

    @Override
    public String toString() {
        return shown;
    }
}
