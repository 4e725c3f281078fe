package dev.treaty.stubs.http;

import au.com.dius.pact.core.model.ContentType;
import dev.treaty.pacts.files.ChangingPacts;
import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.cors.CorsPolicy;
import dev.treaty.stubs.http.faults.Chaos;
import dev.treaty.stubs.http.limits.MemoryBudget;
import dev.treaty.stubs.http.page.PageSettings;
import dev.treaty.stubs.http.ports.ListenSettings;
import dev.treaty.stubs.http.ports.TlsPort;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.tls.CertificateSource;
import dev.treaty.stubs.http.tls.Certificates;
import dev.treaty.stubs.http.tls.ServerCertificate;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.request.RequestedState;
import java.io.Writer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stub server: responds to HTTP requests as contracts say. Every provider is at {@code /<provider>/…} on the main port; a provider with
 * its own port is there without that prefix, too. WireMock's admin API is at {@code /__admin} on each port, where the URLs of stub
 * mappings always have the prefix. People who open the main port's {@code /} in a browser get a page.
 */
public final class ReplayServer implements AutoCloseable {

    private final ServerAssembly assembly;
    private final List<PactWatch> watches = new CopyOnWriteArrayList<>();

    private ReplayServer(ServerSettings settings) {
        assembly = new ServerAssembly(settings);
        assembly.start();
    }

    /**
     * Starts to prepare, in the background, what takes longest at the first start. Optional; useful if there is something else to do
     * first, such as reading contracts.
     */
    public static void prepare() {
        var preparing = new Thread(ReplayServer::loadClasses, "stub-server-prepare");
        preparing.setDaemon(true);
        preparing.start();
    }

    /** In the order in which a start needs them. */
    private static void loadClasses() {
        ContentType.getJSON(); // reads Tika's list of media types, which pact-jvm needs for the first contract
        var unused = new ServerAssembly(builder().contractsOnly().settings());
    }

    /** Builds a server; by default it listens on 127.0.0.1, at any free port, without contracts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where all providers are, e.g. {@code http://127.0.0.1:8080}; without a slash at the end. */
    public URI url() {
        return assembly.addresses().url();
    }

    /**
     * Where one provider is: its own port if it has one ({@code http://127.0.0.1:12111}), otherwise its place on the main port
     * ({@code http://127.0.0.1:8080/stripe}); without a slash at the end.
     *
     * @throws dev.treaty.stubs.matching.UnknownProvider if no contract has it
     */
    public URI url(String provider) {
        return assembly.addresses().url(provider);
    }

    /**
     * Where all providers are over TLS, e.g. {@code https://127.0.0.1:8443}; without a slash at the end.
     *
     * @throws IllegalStateException if the server was started without TLS
     */
    public URI tlsUrl() {
        return assembly.addresses().tlsUrl();
    }

    /**
     * Where one provider is over TLS: its own port, which speaks both, or its place on the port for TLS.
     *
     * @throws dev.treaty.stubs.matching.UnknownProvider if no contract has it
     * @throws IllegalStateException if the server was started without TLS
     */
    public URI tlsUrl(String provider) {
        return assembly.addresses().tlsUrl(provider);
    }

    /** The certificate that it shows over TLS, which also has what clients need to trust it; empty if it was started without TLS. */
    public Optional<ServerCertificate> certificate() {
        return assembly.addresses().certificate();
    }

    /** The main port. */
    public int port() {
        return assembly.addresses().mainPort();
    }

    /** The ports of single providers, by name. */
    public SortedMap<String, Integer> ports() {
        return assembly.addresses().ports();
    }

    /** The contracts that are served. */
    public List<PactFile> pacts() {
        return assembly.lookup().contracts().files();
    }

    /** The number of interactions that are served, not counting those that are filtered out. */
    public int interactions() {
        return (int) assembly.lookup().all().count();
    }

    /** The providers that answer from their state, in alphabetical order; others answer from contracts only. */
    public SortedSet<String> replays() {
        return assembly.replays();
    }

    /** Whether the admin API refuses every request, because the server listens beyond loopback and has no token. */
    public boolean isAdminApiClosed() {
        return assembly.isAdminApiClosed();
    }

    /**
     * Serves these contracts from now on, and no others. A request in progress is answered by the previous contracts, each later one by
     * these. Only contracts that are not among the present ones (the same objects) cost anything; what was added or edited through the
     * admin API stays.
     *
     * <p>No port is opened or closed: a new provider is reached on the main port.
     */
    public void replace(Collection<PactFile> pacts) {
        assembly.replace(pacts);
    }

    /**
     * Serves contracts as they are on disk, until the server is closed: a file that is changed, added or removed takes effect within a
     * second, no request in progress fails, and a file that becomes invalid changes nothing until it is fixed.
     *
     * @param source that the present contracts were read from
     * @param listener which gets each change after it has taken effect, on a separate thread
     */
    public void watch(ChangingPacts source, Consumer<PactChanges> listener) {
        watch(source, PactWatch.SHORT_PAUSE, listener);
    }

    /**
     * The same for contracts at which one should look less often. If it is called several times, the contracts of all sources are served,
     * those of the first source before the others.
     *
     * @param pause the time between two looks
     */
    public void watch(ChangingPacts source, Duration pause, Consumer<PactChanges> listener) {
        var watch = new PactWatch(source, pause, this::replaceWatched, listener);
        watches.add(watch);
        if (watches.size() > 1) { // the watch before may have replaced the contracts of this one
            replaceWatched();
        }
        watch.start();
    }

    private synchronized void replaceWatched() {
        replace(watches.stream().flatMap(watch -> watch.contracts().stream()).toList());
    }

    /**
     * Waits until the server does not answer any longer, because it was closed or {@code POST /__admin/shutdown} asked it to stop. It must
     * still be closed then.
     */
    public void awaitStop() throws InterruptedException {
        assembly.awaitStop();
    }

    /**
     * Waits for a moment at which the server has nothing else to do, so that work which can wait does not slow down its first responses.
     *
     * @param idle how long no request must have been completed
     * @param atMost after which time to go on although there are requests
     * @return false if the server was stopped meanwhile
     */
    public boolean awaitIdle(Duration idle, Duration atMost) throws InterruptedException {
        return assembly.awaitIdle(idle, atMost);
    }

    /** Stops the server; requests in progress are cut off after a second. */
    @Override
    public void close() {
        watches.forEach(PactWatch::close);
        assembly.close();
    }

    /** Configures a server. */
    public static final class Builder {

        private final List<PactFile> pacts = new ArrayList<>();
        private final Map<String, Integer> ports = new LinkedHashMap<>();
        private List<ProviderStub> providerStubs = ServiceLoader.load(ProviderStub.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        private @Nullable ReplaySettings replays = ReplaySettings.DEFAULT;
        private StateFilter stateFilter = StateFilter.ALL;
        private final List<RequestedState> given = new ArrayList<>();
        private boolean strict;
        private int journal = 1_000;
        private Chaos chaos = Chaos.NONE;
        private CorsPolicy cors = CorsPolicy.THIS_MACHINE;
        private @Nullable Consumer<String> misses;
        private Consumer<OutOfMemoryError> outOfMemory = failure -> {};
        private Duration longestComparison = Duration.ofSeconds(5);
        private MemoryBudget requestMemory = MemoryBudget.ofHeap();
        private int connections = ListenSettings.connectionsThatFit();
        private @Nullable String adminToken;
        private @Nullable Writer accessLog;
        private PageSettings page = PageSettings.DEFAULT;
        private String address = "127.0.0.1";
        private int port;
        private int tlsPort;
        private @Nullable CertificateSource certificate;

        private Builder() {}

        /** Adds contracts; if interactions compete for a request and nothing else decides, the earlier one wins. */
        public Builder pacts(Collection<PactFile> more) {
            pacts.addAll(more);
            return this;
        }

        /**
         * Serves only interactions with a matching provider state.
         *
         * @param name of the state, or its name and parameters as in {@code a customer exists {"id":"cus_42"}}; the pattern may match a
         *     part of that
         */
        public Builder states(Pattern name) {
            return states(StateFilter.matching(name));
        }

        /** Serves only interactions that the filter accepts. */
        public Builder states(StateFilter filter) {
            stateFilter = filter;
            return this;
        }

        /**
         * If several interactions match a request, prefers one with this provider state, as if the request asked for it. May be repeated;
         * the more of the states an interaction has, the better. It is a preference, because clients request other things, too: interactions
         * without the state still answer what no others match. For a request that asks for states itself, with the header
         * {@code Pact-Provider-State}, only these count.
         *
         * @param state its name, or its name and parameters as in {@code a customer exists {"id":"cus_42"}}; an interaction's state may
         *     have more parameters
         */
        public Builder given(String state) {
            given.add(RequestedState.parse(state));
            return this;
        }

        /**
         * Whether to refuse a request with status 409 if several interactions match it, none is more specific than the others, and they
         * respond differently. By default, the first of them answers.
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /** How many requests the admin API's journal keeps; 0 for none. */
        public Builder journal(int requests) {
            journal = requests;
            return this;
        }

        /** Which faults happen how often. */
        public Builder chaos(Chaos profile) {
            chaos = profile;
            return this;
        }

        /** Which pages may use the providers from a browser; those that this machine serves by default. */
        public Builder cors(CorsPolicy policy) {
            cors = policy;
            return this;
        }

        /** What gets a line of text for each request that nothing answers. */
        public Builder misses(Consumer<String> lines) {
            misses = lines;
            return this;
        }

        /** What is told when the heap is used up; by default nothing, and the requests that failed get status 500. */
        public Builder outOfMemory(Consumer<OutOfMemoryError> handler) {
            outOfMemory = handler;
            return this;
        }

        /**
         * The bearer token (RFC 6750) that requests to the admin API must send. Without one, the admin API is open to this machine if the
         * server listens on loopback, and closed if it listens beyond.
         */
        public Builder adminToken(String token) {
            adminToken = token;
            return this;
        }

        /** Where to write a line of JSON for each completed request; it is not closed. */
        public Builder accessLog(Writer lines) {
            accessLog = lines;
            return this;
        }

        /** What the page at {@code /} of the main port shows beside what the server knows itself. */
        public Builder page(PageSettings settings) {
            page = settings;
            return this;
        }

        /** How many connections may be open at the same time; more wait until others are closed. */
        public Builder connections(int limit) {
            connections = limit;
            return this;
        }

        /** How many bytes all requests together may hold; a third of the heap by default. A request that needs more is refused. */
        public Builder requestMemory(long bytes) {
            requestMemory = new MemoryBudget(bytes);
            return this;
        }

        /** How long a request may be compared with contracts before it is refused with status 503. */
        public Builder longestComparison(Duration time) {
            longestComparison = time;
            return this;
        }

        /** The address or host name to listen on; {@code 0.0.0.0} for all networks. */
        public Builder bind(String address) {
            this.address = address;
            return this;
        }

        /** The main port; 0 for any free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Is reached over TLS as well, with HTTP/2 or HTTP/1.1: all providers at one more port, and single ones at their own, which speak
         * both.
         *
         * @param port 0 for any free one
         */
        public Builder tls(int port, CertificateSource certificate) {
            tlsPort = port;
            this.certificate = certificate;
            return this;
        }

        /** Gives a provider its own port; 0 for any free one. */
        public Builder listen(String provider, int port) {
            ports.put(provider, port);
            return this;
        }

        /** What completes the providers' messages, instead of what {@link ServiceLoader} finds. */
        public Builder providerStubs(Collection<? extends ProviderStub> stubs) {
            providerStubs = List.copyOf(stubs);
            return this;
        }

        /** How providers' replays keep their state and reach applications. */
        public Builder replays(ReplaySettings settings) {
            replays = settings;
            return this;
        }

        /** Answers from contracts only, even where a provider's replay has state. */
        public Builder contractsOnly() {
            replays = null;
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws dev.treaty.stubs.matching.UnknownProvider if a provider has a port but no contract
         * @throws dev.treaty.stubs.matching.UnknownState if no interaction has a state that is {@linkplain #given given}
         * @throws dev.treaty.pacts.errors.TreatyException if state cannot be kept where the {@linkplain #replays settings} say
         * @throws dev.treaty.stubs.http.tls.InvalidCertificate if the certificate for TLS cannot be used, or not be made
         * @throws dev.treaty.stubs.http.ports.PortUnavailable if ports cannot be opened, which it names; none stays open then
         */
        public ReplayServer start() {
            return new ReplayServer(settings());
        }

        private @Nullable TlsPort tls() {
            return certificate == null ? null : new TlsPort(tlsPort, Certificates.of(certificate, address));
        }

        private ServerSettings settings() {
            return new ServerSettings(
                    pacts,
                    new ListenSettings(address, port, ports, connections, tls()),
                    providerStubs,
                    replays,
                    stateFilter,
                    given,
                    strict,
                    journal,
                    chaos,
                    cors,
                    longestComparison,
                    requestMemory,
                    adminToken,
                    accessLog,
                    misses,
                    outOfMemory,
                    page);
        }
    }
}
