package dev.treaty.stubs.page;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import dev.treaty.stubs.matching.diagnosis.MismatchReport;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.source.PageSource;
import dev.treaty.stubs.page.source.ReplayWorld;
import dev.treaty.stubs.page.source.RequestJournal;
import dev.treaty.stubs.page.source.SeenRequest;
import dev.treaty.stubs.page.source.ServerControl;
import dev.treaty.stubs.page.source.Verifications;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A server that is only imagined. */
public final class FixedSource implements PageSource, RequestJournal, ServerControl {

    private final InteractionLookup lookup;
    private final List<SeenRequest> requests = new ArrayList<>();
    public final SortedMap<String, String> faults = new TreeMap<>();
    public final List<ReplayWorld> worlds = new ArrayList<>();
    public Verifications verifications = Verifications.NONE;
    public Optional<String> changes = Optional.empty();
    public List<String> ofBrowser = List.of();

    public FixedSource(String... pacts) {
        var files = Stream.of(pacts)
                .map(pact -> PactFile.parse(Path.of("contract.json"), pact))
                .toList();
        lookup = new InteractionLookup(
                ContractSnapshot.of(files, StateFilter.ALL), false, List.of(), Duration.ofSeconds(20));
    }

    public FixedSource seen(SeenRequest request) {
        requests.add(request);
        return this;
    }

    /** The document of an address. */
    public String view(PageAddress address) {
        return new Page(this, new PageAssets(), "/__admin/page/").view(address, ofBrowser);
    }

    public String view(String query) {
        return view(PageAddress.parse(query));
    }

    @Override
    public InteractionLookup lookup() {
        return lookup;
    }

    @Override
    public MismatchReport explain(MatchResult result) {
        return new MismatchExplainer(lookup, provider -> url()).explain(result);
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:8080");
    }

    @Override
    public RequestJournal journal() {
        return this;
    }

    @Override
    public Verifications verifications() {
        return verifications;
    }

    @Override
    public ServerControl control() {
        return this;
    }

    @Override
    public Optional<String> changes() {
        return changes;
    }

    @Override
    public int capacity() {
        return 10_000;
    }

    @Override
    public long received() {
        return requests.size();
    }

    @Override
    public Stream<SeenRequest> latest() {
        var latest = new ArrayList<>(requests);
        Collections.reverse(latest);
        return latest.stream();
    }

    @Override
    public Optional<SeenRequest> numbered(long number) {
        return requests.stream().filter(seen -> seen.number() == number).findFirst();
    }

    @Override
    public SortedMap<String, String> faults() {
        return faults;
    }

    @Override
    public int chaosRules() {
        return 2;
    }

    @Override
    public boolean isChaosOn() {
        return true;
    }

    @Override
    public List<ReplayWorld> worlds() {
        return worlds;
    }
}
