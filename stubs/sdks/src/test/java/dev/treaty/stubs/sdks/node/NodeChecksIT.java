package dev.treaty.stubs.sdks.node;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The checks in {@code src/test/node}, one test each; {@code support.mjs} says how to add one. Runs with {@code -Pother-sdks} only. */
@ExtendWith(SharedStubs.class)
class NodeChecksIT {

    private static final Map<String, Long> LEAST_CHECKS = Map.of(
            "stripe",
            60L,
            "twilio",
            40L,
            "cablecast",
            20L,
            "samsara",
            15L,
            "airtable",
            10L,
            "mapbox",
            8L,
            "sendgrid",
            15L);

    @TestFactory
    Stream<DynamicNode> checks(PackagedStubs stubs) throws IOException, InterruptedException {
        var checks = installed()
                .run(
                        "",
                        Map.of(
                                "STUB_STRIPE_URL", stubs.url("stripe").toString(),
                                "STUB_TWILIO_URL", stubs.url("twilio").toString(),
                                "STUB_CABLECAST_URL", stubs.url("cablecast").toString(),
                                "STUB_SENDGRID_URL", stubs.url("sendgrid").toString(),
                                "STUB_SAMSARA_URL", stubs.url("samsara").toString(),
                                "STUB_AIRTABLE_URL", stubs.url("airtable").toString(),
                                "STUB_MAPBOX_URL", stubs.url("mapbox").toString()));
        var files = new TreeMap<>(checks.stream().collect(groupingBy(NodeCheck::file)));
        return Stream.concat(
                Stream.of(dynamicTest("all vendors have their checks", () -> assertEnough(checks))),
                files.entrySet().stream().map(file -> container(file.getKey(), file.getValue())));
    }

    /** A few that show that both SDKs trust the certificate; what they do then is the same. */
    @TestFactory
    Stream<DynamicNode> checks_over_tls(@TempDir Path folder) throws IOException, InterruptedException {
        var project = installed();
        try (var stubs = PackagedStubs.start("--https-port=0", "--tls-directory=" + folder)) {
            var checks = project.run(
                    "(stripe-customers|twilio-messages)",
                    Map.of(
                            "STUB_STRIPE_URL", stubs.tlsUrl("stripe").toString(),
                            "STUB_TWILIO_URL", stubs.tlsUrl("twilio").toString(),
                            "NODE_EXTRA_CA_CERTS", folder.resolve("ca.pem").toString()));
            var vendors = checks.stream().map(NodeCheck::vendor).distinct();
            return Stream.concat(
                    Stream.of(dynamicTest(
                            "both vendors", () -> assertThat(vendors).containsExactlyInAnyOrder("stripe", "twilio"))),
                    checks.stream().map(NodeChecksIT::test));
        }
    }

    private static synchronized NodeProject installed() throws IOException, InterruptedException {
        var project = new NodeProject();
        var missing = project.missing();
        missing.ifPresent(reason -> System.err.println("Skipped: " + reason));
        // Java developers need no Node.js: without it, the build says what it leaves out and goes on
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        project.install();
        return project;
    }

    /** A file that node did not find would otherwise not be missed. */
    private static void assertEnough(List<NodeCheck> checks) {
        var numbers = checks.stream().collect(groupingBy(NodeCheck::vendor, counting()));
        LEAST_CHECKS.forEach((vendor, least) ->
                assertThat(numbers.getOrDefault(vendor, 0L)).as(vendor).isGreaterThanOrEqualTo(least));
    }

    private static DynamicContainer container(String file, List<NodeCheck> checks) {
        return dynamicContainer(file, checks.stream().map(NodeChecksIT::test));
    }

    private static DynamicTest test(NodeCheck check) {
        return dynamicTest(check.name(), () -> {
            // node counts a check that is marked "skip" or "todo" as passed
            assertThat(check.leftOut()).as("why the check was left out").isEmpty();
            if (!check.passed()) {
                throw new AssertionError("%s: %s%n%s".formatted(check.file(), check.name(), check.error()));
            }
        });
    }
}
