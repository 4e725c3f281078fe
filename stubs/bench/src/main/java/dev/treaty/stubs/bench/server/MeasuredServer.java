package dev.treaty.stubs.bench.server;

import com.github.tomakehurst.wiremock.core.Version;
import com.github.tomakehurst.wiremock.standalone.WireMockServerRunner;
import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.workload.Workload;
import dev.treaty.stubs.bench.workload.WorkloadFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What is measured. All JVMs run with their default options, except where the constant says otherwise. */
public enum MeasuredServer {
    /** The build of this repository, answering from contracts. */
    TREATY("treaty-stubs") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
            return contractServer(List.of(), options.jar(), files, options, port);
        }
    },

    /** The same, answering from state. */
    TREATY_WITH_STATE("treaty-stubs with state") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
            return stubServer(List.of(), options.jar(), files, options, port);
        }
    },

    /** The same with a class-data archive or an ahead-of-time cache, which it must use: otherwise it does not start. */
    TREATY_WITH_ARCHIVE("treaty-stubs with archive") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
            return contractServer(archive(options.archive().orElseThrow()), options.jar(), files, options, port);
        }

        @Override
        public Optional<String> absence(StubServerOptions options) {
            return options.archive().isPresent() ? Optional.empty() : Optional.of("no archive given");
        }
    },

    /** Another build of the stub server, usually that of an older commit. */
    BASELINE("baseline") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
            var jar = options.baseline().orElseThrow();
            return hasState(jar)
                    ? contractServer(List.of(), jar, files, options, port)
                    : stubServer(List.of(), jar, files, options, port);
        }

        @Override
        public Optional<String> absence(StubServerOptions options) {
            return options.baseline().isPresent() ? Optional.empty() : Optional.of("no baseline given");
        }
    },

    /** WireMock's standalone jar, without its journal. */
    WIREMOCK("WireMock " + Version.getCurrentVersion()) {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
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

    /** MockServer's jar with all that it needs, without its log of events, which is also its journal. */
    MOCK_SERVER("MockServer") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
            return List.of(
                    JAVA,
                    "-Dmockserver.initializationJsonPath=" + files.mockServer(),
                    "-Dmockserver.maxExpectations=" + workload.interactions(),
                    "-Dmockserver.disableLogging=true",
                    "-Dmockserver.directoryToSaveDynamicSSLCertificate="
                            + files.mockServer().toAbsolutePath().getParent(),
                    "-jar",
                    options.mockServer().orElseThrow().toString(),
                    "-serverPort",
                    String.valueOf(port));
        }

        @Override
        public Optional<String> absence(StubServerOptions options) {
            return options.mockServer().isPresent() ? Optional.empty() : Optional.of("no jar given");
        }
    },

    /** {@link BareServer}. */
    BARE("bare Jetty 11") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
            return List.of(
                    JAVA,
                    "-classpath",
                    System.getProperty("java.class.path"),
                    BareServer.class.getName(),
                    String.valueOf(port),
                    workload.responseBody(0));
        }

        @Override
        List<ExpectedResponse> responses(Workload workload) {
            return workload.constantResponses();
        }
    },

    /** The Pact Foundation's stub server, if it is installed. */
    PACT_STUB_SERVER("pact-stub-server") {
        @Override
        List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port) {
            return List.of("pact-stub-server", "--file", files.pact().toString(), "--port", String.valueOf(port));
        }

        @Override
        public Optional<String> absence(StubServerOptions options) {
            return isOnPath("pact-stub-server") ? Optional.empty() : Optional.of("not on the PATH");
        }
    };

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final String displayName;

    MeasuredServer(String displayName) {
        this.displayName = displayName;
    }

    /** The command that starts it, listening on the port. */
    abstract List<String> command(Workload workload, WorkloadFiles files, StubServerOptions options, int port);

    /** What it is asked, and how it must respond. */
    List<ExpectedResponse> responses(Workload workload) {
        return workload.responses();
    }

    /** Why it cannot be measured here; empty if it can. */
    public Optional<String> absence(StubServerOptions options) {
        return Optional.empty();
    }

    /** The command that starts the stub server, and has it write a class-data archive when it ends. */
    static List<String> archiving(Path jar, Path archive, WorkloadFiles files, int port) {
        var options = new StubServerOptions(jar, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return contractServer(List.of("-XX:ArchiveClassesAtExit=" + archive), jar, files, options, port);
    }

    private static List<String> contractServer(
            List<String> jvm, Path jar, WorkloadFiles files, StubServerOptions options, int port) {
        var command = new ArrayList<>(stubServer(jvm, jar, files, options, port));
        command.add("--contracts-only");
        return command;
    }

    /** Whether a build knows {@code --contracts-only}; before that, all of them answered from contracts. */
    private static boolean hasState(Path jar) {
        try (var entries = new ZipFile(jar.toFile())) {
            return entries.getEntry("dev/treaty/stubs/http/provider/ProviderReplay.class") != null;
        } catch (IOException e) {
            return false; // nor can it be started
        }
    }

    private static List<String> stubServer(
            List<String> jvm, Path jar, WorkloadFiles files, StubServerOptions options, int port) {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(jvm);
        command.addAll(
                List.of("-jar", jar.toString(), "serve", "--pacts", files.pact().toString()));
        command.addAll(List.of("--port", "0", "--listen", "stripe=" + port));
        command.addAll(options.arguments());
        return command;
    }

    private static List<String> archive(Path file) {
        return file.toString().endsWith(".aot")
                ? List.of("-XX:AOTCache=" + file, "-XX:AOTMode=on")
                : List.of("-XX:SharedArchiveFile=" + file, "-Xshare:on");
    }

    private static boolean isOnPath(String program) {
        var separator = Pattern.compile(Pattern.quote(System.getProperty("path.separator")));
        return separator
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .flatMap(folder -> Stream.of(program, program + ".exe").map(file -> Path.of(folder, file)))
                .anyMatch(Files::isExecutable);
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
        return displayName;
    }
}
