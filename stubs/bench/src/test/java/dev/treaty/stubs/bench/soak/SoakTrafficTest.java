package dev.treaty.stubs.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.load.Probe;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakTrafficTest {

    /** Tests every fifth, which is at least one of each kind. */
    private static final int STEP = 5;

    @TempDir
    Path folder;

    /** Otherwise a whole night would be lost. */
    @Test
    void the_stub_server_responds_to_each_kind_of_request_as_expected() throws IOException {
        var pact = folder.resolve("billing-stripe.json");
        SoakTraffic.writePact(pact);
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(List.of(pact)))
                .listen("stripe", 0)
                .start()) {
            var address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), stub.url("stripe").getPort());

            var expected = SoakTraffic.responses(address);

            assertThat(expected.stream()
                            .collect(Collectors.groupingBy(ExpectedResponse::status, Collectors.counting())))
                    .containsOnlyKeys(200, 404, 503);
            for (var number = 0; number < expected.size(); number += STEP) {
                var probe = new Probe(address, expected.get(number));
                assertThat(probe.succeeds())
                        .as("%s: %s", expected.get(number), probe.lastOutcome())
                        .isTrue();
            }
        }
    }
}
