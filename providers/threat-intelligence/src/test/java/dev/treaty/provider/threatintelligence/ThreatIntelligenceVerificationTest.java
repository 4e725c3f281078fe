package dev.treaty.provider.threatintelligence;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.RunningServiceVerification;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.targets.SentMessage;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the reference service against its contracts while a stub server replays VirusTotal, AbuseIPDB and MISP, or with {@code
 * -Dthreat-intelligence.url=…} the service at that URL.
 */
@Provider("threat-intelligence")
class ThreatIntelligenceVerificationTest extends RunningServiceVerification {

    private @Nullable StubSources sources;
    private @Nullable ThreatIntelligenceService service;

    @Override
    protected URI start() {
        sources = StubSources.start();
        service = ThreatIntelligenceService.start(
                ServiceOptions.embedded().withDatabase(ThreatDatabases.create()).withProviderStates(),
                ThreatSettings.of(sources.settings()),
                TestKeys.inOrder(),
                Clock.systemUTC());
        return service.url();
    }

    @Override
    protected void stop() {
        service().close();
        Objects.requireNonNull(sources, "the sources are started with the service")
                .close();
    }

    /** One at a time, because all interactions share the sources that a state takes away. */
    @Override
    protected Collection<String> collisions(ContractInteraction interaction) {
        return List.of("the sources");
    }

    @Override
    protected SentMessage message(ContractInteraction interaction) {
        var last = interaction.states().get(interaction.states().size() - 1);
        var sent = new ThreatEvents(service().database().jdbi())
                .newest(String.valueOf(last.getName()), last.getParams())
                .orElseThrow(() -> new AssertionError("no such event is in the outbox"));
        return new SentMessage(
                sent.content().getBytes(UTF_8), sent.contentType(), Map.of("contentType", sent.contentType()));
    }

    @State(ThreatStates.SIGNED_IN)
    Map<String, Object> aUserIsSignedIn(Map<String, Object> user) {
        return enter(ThreatStates.SIGNED_IN, user);
    }

    @State(ThreatStates.USED_UP)
    Map<String, Object> aUserHasExhaustedARateLimit(Map<String, Object> limit) {
        return enter(ThreatStates.USED_UP, limit);
    }

    @State(ThreatStates.KNOWN)
    Map<String, Object> sourcesKnowAnAddress(Map<String, Object> address) {
        return enter(ThreatStates.KNOWN, address);
    }

    @State(ThreatStates.DOWN)
    Map<String, Object> sourcesAreUnavailable(Map<String, Object> down) {
        return enter(ThreatStates.DOWN, down);
    }

    @State(ThreatStates.LIMITED)
    Map<String, Object> aSourceHasReachedItsLimit(Map<String, Object> limit) {
        return enter(ThreatStates.LIMITED, limit);
    }

    @State(ThreatStates.ANALYSIS)
    Map<String, Object> anAnalysisExists(Map<String, Object> analysis) {
        return enter(ThreatStates.ANALYSIS, analysis);
    }

    @State(ThreatStates.NO_ANALYSIS)
    Map<String, Object> noAnalysisExists(Map<String, Object> analysis) {
        return enter(ThreatStates.NO_ANALYSIS, analysis);
    }

    @State(ThreatStates.INDICATORS)
    Map<String, Object> addressesHaveBeenJudged(Map<String, Object> addresses) {
        return enter(ThreatStates.INDICATORS, addresses);
    }

    @State(ThreatStates.JUDGED)
    Map<String, Object> anAddressHasBeenJudgedMalicious(Map<String, Object> address) {
        return enter(ThreatStates.JUDGED, address);
    }

    @State(ThreatStates.FAILED)
    Map<String, Object> aSourceHasBecomeUnavailable(Map<String, Object> source) {
        return enter(ThreatStates.FAILED, source);
    }

    @State(ThreatStates.RECOVERED)
    Map<String, Object> aSourceHasRecovered(Map<String, Object> source) {
        return enter(ThreatStates.RECOVERED, source);
    }

    @State(ThreatStates.KEY_EXPIRES)
    Map<String, Object> theKeyOfASourceExpiresSoon(Map<String, Object> key) {
        return enter(ThreatStates.KEY_EXPIRES, key);
    }

    private Map<String, Object> enter(String state, Map<String, Object> parameters) {
        return service().states().enter(state, parameters);
    }

    private ThreatIntelligenceService service() {
        return Objects.requireNonNull(service, "the service is started before its states are entered");
    }
}
