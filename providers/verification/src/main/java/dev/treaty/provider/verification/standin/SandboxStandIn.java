package dev.treaty.provider.verification.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.treaty.provider.verification.VendorVerification;
import dev.treaty.provider.verification.contracts.CommittedContracts;
import dev.treaty.stubs.replay.ReplayServer;
import java.net.URI;
import java.util.Map;

/**
 * Plays a vendor's sandbox on this machine, so that a build can show what {@code -D<vendor>.url=…} does where no vendor can be
 * reached: that the {@code @State} methods of a {@link VendorVerification} ask for what they need, and that real ids and
 * credentials stand where the recording had examples. It knows its own ids and credentials only, and answers as the contracts
 * say; what it cannot show is whether the vendor does.
 */
public final class SandboxStandIn implements AutoCloseable {

    private static final int AFTER_THE_SET_UP = 10;

    private final ReplayServer replay;
    private final WireMockServer sandbox;

    private SandboxStandIn(ReplayServer replay, WireMockServer sandbox) {
        this.replay = replay;
        this.sandbox = sandbox;
    }

    /**
     * Starts it on a free port.
     *
     * @param authorization the {@code Authorization} header field that it accepts
     * @param examples the recorded example for each real value, the credentials included, e.g. {@code pi_real -> pi_42}
     * @param setUp what it answers to the requests that bring it to states
     */
    public static SandboxStandIn start(
            String vendor, String authorization, Map<String, String> examples, MappingBuilder... setUp) {
        var replay = ReplayServer.builder()
                .pacts(CommittedContracts.files(vendor))
                .listen(vendor, 0)
                .start();
        var sandbox = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .extensions(new RecordedExampleSubstitution(authorization, examples)));
        sandbox.stubFor(any(anyUrl())
                .atPriority(AFTER_THE_SET_UP)
                .willReturn(aResponse().proxiedFrom(replay.url(vendor).toString())));
        for (var stub : setUp) {
            sandbox.stubFor(stub);
        }
        sandbox.start();
        return new SandboxStandIn(replay, sandbox);
    }

    /** Where it is, for {@code -D<vendor>.url=…}. */
    public URI url() {
        return URI.create(sandbox.baseUrl());
    }

    @Override
    public void close() {
        sandbox.stop();
        replay.close();
    }
}
