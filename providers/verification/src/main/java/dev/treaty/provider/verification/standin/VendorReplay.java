package dev.treaty.provider.verification.standin;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.net.URI;
import java.util.List;

/** The stub server, replaying a vendor's contracts on a free port. */
public final class VendorReplay implements AutoCloseable {

    private final String vendor;
    private final ReplayServer server;

    private VendorReplay(String vendor, ReplayServer server) {
        this.vendor = vendor;
        this.server = server;
    }

    /** Starts it. */
    public static VendorReplay start(String vendor, List<PactFile> contracts) {
        return new VendorReplay(
                vendor,
                ReplayServer.builder().pacts(contracts).listen(vendor, 0).start());
    }

    /** The vendor's URL, e.g. {@code http://127.0.0.1:41233}. */
    public URI url() {
        return server.url(vendor);
    }

    @Override
    public void close() {
        server.close();
    }
}
