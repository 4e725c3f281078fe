package dev.treaty.stubs.bench.soak;

import static org.assertj.core.api.Assertions.fail;

import dev.treaty.stubs.bench.report.MachineInfo;
import dev.treaty.stubs.bench.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The packaged stub server under load from a thousand connections for {@code -Dsoak.minutes=10}: every response is correct, and at the
 * end it uses no more memory, threads and descriptors than after the first quarter.
 */
@Tag("nightly")
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads what a process uses from /proc")
class SoakIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = "../server/target/treaty-stubs.jar";
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 10));
    private static final int CONNECTIONS = 1_000;

    private final Path folder = Path.of("target/soak");

    @Test
    void a_thousand_connections_leave_nothing_behind() throws Exception {
        var pact = Files.createDirectories(folder).resolve("billing-stripe.json");
        SoakTraffic.writePact(pact);
        var machine = MachineInfo.here();
        try (var server = ServerProcess.start(
                "the stub server",
                port -> List.of(
                        JAVA,
                        "-jar",
                        JAR,
                        "serve",
                        "--pacts",
                        pact.toString(),
                        "--port=0",
                        "--listen=stripe=" + port,
                        "--contracts-only"),
                SoakTraffic.first(),
                folder.resolve("stub-server.log"),
                Duration.ofMinutes(1))) {
            var expected = SoakTraffic.responses(server.address());

            var soak = new SoakRun(server, expected, CONNECTIONS, folder).soak(LENGTH);

            var report = new SoakReport(soak, machine);
            Files.writeString(Path.of("target/soak.md"), report.markdown());
            System.out.printf("%n%s%nEvery sample is in stubs/bench/target/soak.md.%n%n", report.text());
            soak.fault().ifPresent(fault -> fail(fault));
        }
    }
}
