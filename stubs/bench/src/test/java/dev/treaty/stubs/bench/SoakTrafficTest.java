package dev.treaty.stubs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakTrafficTest {

    /** Fewer than there are of the rarest kind. */
    private static final int SOME = 20;

    @TempDir
    Path folder;

    /** Otherwise a night would be lost before that is seen. */
    @Test
    void the_stub_server_answers_each_kind_of_it_as_expected() throws IOException {
        var pact = folder.resolve("billing-stripe.json");
        SoakTraffic.writePact(pact);
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(List.of(pact)))
                .listen("stripe", 0)
                .start()) {
            var address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), stub.url("stripe").getPort());

            var exchanges = SoakTraffic.exchanges(address);

            assertThat(IntStream.range(0, exchanges.count())
                            .mapToObj(exchanges::at)
                            .collect(Collectors.groupingBy(ExpectedResponse::status, Collectors.counting())))
                    .containsOnlyKeys(200, 404, 503);
            for (var number = 0; number < exchanges.count(); number += SOME) {
                var question = new Probe(address, exchanges.at(number));
                assertThat(question.answered())
                        .as("%s: %s", exchanges.at(number), question.seen())
                        .isTrue();
            }
        }
    }
}
