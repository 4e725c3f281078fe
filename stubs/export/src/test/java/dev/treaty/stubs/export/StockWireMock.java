package dev.treaty.stubs.export;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.treaty.pacts.files.PactFile;
import java.nio.file.Path;
import java.util.List;

/** Stock WireMock, with nothing but a folder of the export. */
final class StockWireMock implements AutoCloseable {

    private final WireMockServer server;

    private StockWireMock(WireMockServer server) {
        this.server = server;
    }

    /** Serves an exported provider. */
    static StockWireMock at(Path rootDirectory) {
        var server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(12)
                .withRootDirectory(rootDirectory.toString()));
        server.start();
        return new StockWireMock(server);
    }

    /** Exports the contracts of one provider into a folder and serves them. */
    static StockWireMock of(Path folder, PactFile... contracts) {
        Export.of(List.of(contracts), List.of()).write(folder);
        return at(folder.resolve(ExportFileNames.folder(contracts[0].provider())));
    }

    /** Exports other contracts of the same provider into the same folder, and serves those instead. */
    void change(Path folder, PactFile... contracts) {
        Export.of(List.of(contracts), List.of()).write(folder);
        server.resetToDefaultMappings();
    }

    RawRequest.Response send(RawRequest request) {
        return request.send(server.port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
