package dev.treaty.stubs.replay;

import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactSource;
import java.io.Writer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers HTTP requests as contracts say. Every provider stands under {@code /<provider>/…} on the main port; a provider
 * with a port of its own answers there without that prefix, too. WireMock's admin API is at {@code /__admin} on each port,
 * and there the URLs of stub mappings always have the prefix.
 */
public final class ReplayServer implements AutoCloseable {

    private final Listeners listeners;
    private final List<PactWatch> watches = new CopyOnWriteArrayList<>();

    private ReplayServer(Builder builder) {
        listeners = Listeners.open(builder);
    }

    /**
     * Begins in the background what takes longest at a first start. Need not be called; it helps if there is something else to
     * do before, such as reading contracts.
     */
    public static void prepare() {
        var preparing = new Thread(() -> Listeners.build(builder()), "stub-server-prepare");
        preparing.setDaemon(true);
        preparing.start();
    }

    /** A server to be: on 127.0.0.1, at any free port, without contracts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where all providers are, e.g. {@code http://127.0.0.1:8080}; no slash at the end. */
    public URI url() {
        return listeners.url();
    }

    /**
     * Where one provider is: its own port if it has one ({@code http://127.0.0.1:12111}), otherwise its place on the main
     * port ({@code http://127.0.0.1:8080/stripe}); no slash at the end.
     *
     * @throws UnknownProvider if no contract is with it
     */
    public URI url(String provider) {
        return listeners.url(provider);
    }

    /** The main port. */
    public int port() {
        return listeners.port();
    }

    /** The ports that providers have for themselves, by provider. */
    public SortedMap<String, Integer> ports() {
        return listeners.ports();
    }

    /** The contracts that are replayed. */
    public List<PactFile> pacts() {
        return listeners.pacts();
    }

    /** How many interactions are served: those of the contracts that are not left out. */
    public int interactions() {
        return listeners.interactions();
    }

    /** Whether the admin API lets nobody in: the server listens beyond loopback, and has no token. */
    public boolean isAdminApiShut() {
        return listeners.isAdminApiShut();
    }

    /**
     * Replays these contracts from now on, and no others. A request that is under way is answered by the contracts of before,
     * each later one by these. Only those that are not among the present ones (the same objects) cost anything; what was added
     * or edited through the admin API stays.
     *
     * <p>No port is opened or closed: a provider that is new is reached on the main port.
     */
    public void replace(Collection<PactFile> pacts) {
        listeners.replace(pacts);
    }

    /**
     * Replays contracts as they are on disk, as long as the server lives: a file that is changed, added or removed is live
     * within a second, nothing that is under way breaks, and a file that is broken changes nothing until it is fixed.
     *
     * @param source that the present contracts were read from
     * @param told of each change, after it is live; called by a thread of its own
     */
    public void watch(PactSource source, Consumer<PactChanges> told) {
        watches.add(PactWatch.start(source, this, told));
    }

    /** Ends it; requests that are under way are cut off after a second. */
    @Override
    public void close() {
        watches.forEach(PactWatch::close);
        listeners.close();
    }

    /** What a server is to be. */
    public static final class Builder {

        private final List<PactFile> pacts = new ArrayList<>();
        private final Map<String, Integer> ports = new LinkedHashMap<>();
        private List<ProviderStub> providerStubs = ServiceLoader.load(ProviderStub.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        private StateFilter stateFilter = StateFilter.ALL;
        private final List<RequestedState> given = new ArrayList<>();
        private boolean strict;
        private int journal = 1_000;
        private Chaos chaos = Chaos.CALM;
        private Duration longestComparison = Duration.ofSeconds(5);
        private int connections = 10_000;
        private @Nullable String adminToken;
        private @Nullable Writer accessLog;
        private String address = "127.0.0.1";
        private int port;

        private Builder() {}

        /** Adds contracts; where they contend for a request and nothing else decides, the earlier wins. */
        public Builder pacts(Collection<PactFile> more) {
            pacts.addAll(more);
            return this;
        }

        /**
         * Leaves out every interaction that is not given a matching provider state.
         *
         * @param name of the state, or its name and parameters as in {@code a customer exists {"id":"cus_42"}}; a part of
         *     that is enough
         */
        public Builder states(Pattern name) {
            stateFilter = StateFilter.matching(name);
            return this;
        }

        /**
         * Where several interactions match a request, prefers one that has this provider state, as if the request asked for it;
         * repeatable, and the more of them it has, the better. It is a preference, so that a client may ask for other things,
         * too: what only interactions without the state match, they answer. A request that asks for states itself, with the
         * header {@code Pact-Provider-State}, is decided by these alone.
         *
         * @param state its name, or its name and parameters as in {@code a customer exists {"id":"cus_42"}}; an interaction's
         *     state may have more parameters
         */
        public Builder given(String state) {
            given.add(RequestedState.parse(state));
            return this;
        }

        /**
         * Whether a request is refused with status 409 if several interactions match it, none is more specific than the
         * others, and they answer differently. Otherwise the first of them answers.
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /** How many requests the admin API remembers; 0 for none. */
        public Builder journal(int requests) {
            journal = requests;
            return this;
        }

        /** What goes wrong how often. */
        public Builder chaos(Chaos profile) {
            chaos = profile;
            return this;
        }

        /**
         * What a request to the admin API must send as its bearer token (RFC 6750). Without one, the admin API is open to this
         * machine if the server listens on loopback, and to nobody if it listens beyond.
         */
        public Builder adminToken(String token) {
            adminToken = token;
            return this;
        }

        /** Where a line of JSON is written for each request that is over; it is not closed. */
        public Builder accessLog(Writer lines) {
            accessLog = lines;
            return this;
        }

        /** How many connections there may be at a time; more wait until others are closed. */
        public Builder connections(int most) {
            connections = most;
            return this;
        }

        /** How long a request is compared with contracts at most; then the answer is 503. */
        Builder longestComparison(Duration time) {
            longestComparison = time;
            return this;
        }

        /** The address or host name to listen on; {@code 0.0.0.0} for all. */
        public Builder bind(String address) {
            this.address = address;
            return this;
        }

        /** The main port; 0 for any that is free. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Gives a provider a port of its own; 0 for any that is free. */
        public Builder listen(String provider, int port) {
            ports.put(provider, port);
            return this;
        }

        /** What completes the providers' messages, instead of what {@link ServiceLoader} finds. */
        public Builder providerStubs(Collection<? extends ProviderStub> stubs) {
            providerStubs = List.copyOf(stubs);
            return this;
        }

        /**
         * Opens all ports and answers from then on.
         *
         * @throws UnknownProvider if a provider has a port but no contract
         * @throws UnknownState if a state is {@linkplain #given given} that no interaction has
         * @throws PortUnavailable if a port cannot be opened; none stays open then
         */
        public ReplayServer start() {
            return new ReplayServer(this);
        }

        List<PactFile> pacts() {
            return pacts;
        }

        Map<String, Integer> ports() {
            return ports;
        }

        List<ProviderStub> providerStubs() {
            return providerStubs;
        }

        StateFilter stateFilter() {
            return stateFilter;
        }

        List<RequestedState> given() {
            return given;
        }

        boolean isStrict() {
            return strict;
        }

        int journal() {
            return journal;
        }

        Chaos chaos() {
            return chaos;
        }

        @Nullable
        String adminToken() {
            return adminToken;
        }

        @Nullable
        Writer accessLog() {
            return accessLog;
        }

        Duration longestComparison() {
            return longestComparison;
        }

        int connections() {
            return connections;
        }

        String address() {
            return address;
        }

        int port() {
            return port;
        }
    }
}
