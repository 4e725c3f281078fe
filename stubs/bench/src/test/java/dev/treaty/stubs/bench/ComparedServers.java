package dev.treaty.stubs.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The stub server and WireMock, in this process, with the same workload. */
final class ComparedServers implements AutoCloseable {

    private final ReplayServer stubs;
    private final WireMockServer wireMock;

    ComparedServers(Workload workload, Path folder) throws IOException {
        var files = WorkloadFiles.write(workload, folder);
        stubs = ReplayServer.builder()
                .pacts(PactFile.load(List.of(files.pact())))
                .listen("stripe", 0)
                .start();
        wireMock = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .usingFilesUnderDirectory(files.wireMock().toString()));
        wireMock.start();
    }

    /** What the stub server says, and what WireMock says. */
    List<String> seen(String request, String expected) {
        return Stream.of(stubs.url("stripe").getPort(), wireMock.port())
                .map(port -> {
                    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                    var question = new Probe(address, ExpectedResponse.of(request, expected));
                    question.answered();
                    return question.seen();
                })
                .toList();
    }

    @Override
    public void close() {
        stubs.close();
        wireMock.stop();
    }
}
