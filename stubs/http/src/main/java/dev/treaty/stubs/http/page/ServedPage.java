package dev.treaty.stubs.http.page;

import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import dev.treaty.stubs.matching.diagnosis.MismatchReport;
import dev.treaty.stubs.page.source.PageSource;
import dev.treaty.stubs.page.source.ReplayWorld;
import dev.treaty.stubs.page.source.RequestJournal;
import dev.treaty.stubs.page.source.ServerControl;
import dev.treaty.stubs.page.source.Verifications;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What a running server hands in for its page.
 *
 * @param address of the main port, once it is open
 * @param replayWorlds of the providers' replays
 */
public record ServedPage(
        InteractionLookup lookup,
        MismatchExplainer explainer,
        Supplier<URI> address,
        RequestJournal journal,
        FaultInjection injection,
        ReplayWorlds replayWorlds,
        LatestChanges latestChanges,
        PageSettings settings)
        implements PageSource, ServerControl {

    @Override
    public MismatchReport explain(MatchResult result) {
        return explainer.explain(result);
    }

    @Override
    public URI url() {
        return address.get();
    }

    @Override
    public Verifications verifications() {
        return Verifications.read(settings.providers());
    }

    @Override
    public ServerControl control() {
        return this;
    }

    @Override
    public Optional<String> changes() {
        return latestChanges.get();
    }

    @Override
    public SortedMap<String, String> faults() {
        return injection.inWords();
    }

    @Override
    public int chaosRules() {
        return injection.chaosRules();
    }

    @Override
    public boolean isChaosOn() {
        return injection.isChaosOn();
    }

    @Override
    public List<ReplayWorld> worlds() {
        return replayWorlds.latest();
    }
}
