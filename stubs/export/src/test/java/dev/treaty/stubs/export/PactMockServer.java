package dev.treaty.stubs.export;

import au.com.dius.pact.consumer.MockHttpServer;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import dev.treaty.pacts.files.PactFile;

/** How Pact judges a request: pact-jvm's own mock server, over the wire. */
final class PactMockServer implements AutoCloseable {

    private final MockHttpServer server;

    private PactMockServer(MockHttpServer server) {
        this.server = server;
    }

    static PactMockServer of(PactFile contract) {
        var server = new MockHttpServer(contract.pact(), MockProviderConfig.createDefault());
        server.start();
        return new PactMockServer(server);
    }

    RawRequest.Response send(RawRequest request) {
        return request.send(server.getPort());
    }

    @Override
    public void close() {
        server.stop();
    }
}
