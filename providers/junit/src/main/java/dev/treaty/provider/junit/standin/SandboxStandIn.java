package dev.treaty.provider.junit.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.treaty.provider.verification.contracts.CommittedContracts;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Stands in for a vendor's sandbox on this machine, so that a build that cannot reach the vendor can still show what
 * {@code -D<vendor>.url=…} does: that the {@code @State} methods of a verification request what they need, and that real ids and credentials
 * replace the recorded examples. It accepts only its own ids and credentials, and responds as the contracts say. It cannot show whether the
 * vendor does.
 */
public final class SandboxStandIn implements AutoCloseable {

    private static final int LOWER_THAN_SET_UP = 10;

    private final VendorReplay replay;
    private final WireMockServer sandbox;

    private SandboxStandIn(VendorReplay replay, WireMockServer sandbox) {
        this.replay = replay;
        this.sandbox = sandbox;
    }

    /**
     * Starts it on a free port.
     *
     * @param authorization the {@code Authorization} header that it accepts
     * @param examples the recorded example for each real value, including the credentials, e.g. {@code pi_real -> pi_42}
     * @param setUp its responses to the requests that set up states
     */
    public static SandboxStandIn start(
            String vendor, String authorization, Map<String, String> examples, MappingBuilder... setUp) {
        var replay = VendorReplay.start(vendor, CommittedContracts.files(vendor), List.of());
        var sandbox = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .extensions(new RecordedExampleSubstitution(authorization, examples)));
        sandbox.stubFor(any(anyUrl())
                .atPriority(LOWER_THAN_SET_UP)
                .willReturn(aResponse().proxiedFrom(replay.url().toString())));
        for (var stub : setUp) {
            sandbox.stubFor(stub);
        }
        sandbox.start();
        return new SandboxStandIn(replay, sandbox);
    }

    /** Its URL, for {@code -D<vendor>.url=…}. */
    public URI url() {
        return URI.create(sandbox.baseUrl());
    }

    @Override
    public void close() {
        sandbox.stop();
        replay.close();
    }
}
