package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.servlet.WireMockHttpServletRequestAdapter;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.PageHeaders;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.http.response.TooLongHeaders;
import dev.treaty.stubs.http.wiremock.admin.AdminProblem;
import dev.treaty.stubs.http.wiremock.admin.AdminResponse;
import dev.treaty.stubs.http.wiremock.admin.MappingFailure;
import dev.treaty.stubs.http.wiremock.page.SessionMapping;
import dev.treaty.stubs.http.wiremock.proxy.ProxyTrail;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.page.source.RequestJournal;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponseWrapper;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Connects the stub server to WireMock, which handles only what was added through its admin API: stub mappings, scenarios, a
 * delay for all responses. Every other request is only recorded in its journal.
 *
 * <p>WireMock decompresses whatever looks like gzip, even an uploaded {@code .gz} file. A contract sees decompressed only what says
 * {@code Content-Encoding: gzip}. Therefore, what looks like gzip but does not say so is compressed once more before WireMock gets it.
 */
public final class WireMockBridge {

    private static final Logger LOG = LoggerFactory.getLogger(WireMockBridge.class);

    private static final Map<String, String> PROBLEM = Map.of("Content-Type", HttpProblem.MEDIA_TYPE);

    private final WireMockStores stores;
    private final PactRequestMatcher matcher;
    private final ProxyTrail trail = new ProxyTrail();

    /** @param journal how many requests the journal keeps; 0 for none */
    public WireMockBridge(InteractionLookup lookup, int journal) {
        stores = new WireMockStores(new MappingStore(lookup), new Journal(journal));
        matcher = new PactRequestMatcher(lookup);
    }

    WireMockStores stores() {
        return stores;
    }

    PactRequestMatcher matcher() {
        return matcher;
    }

    /**
     * The mapping that was added or edited through the admin API and matches a request, if there is one that WireMock can apply.
     *
     * @param wire the body as it arrived
     */
    public Optional<AddedMapping> addedMapping(Request request, RawRequest raw, byte[] wire) {
        if (!stores.mappings().mayMatch(raw.method(), raw.url())) {
            return Optional.empty();
        }
        var cached = cached(request, raw, wire);
        return logged(cached)
                .flatMap(logged -> stores.mappings()
                        .findAllMatchingRequest(logged, Map.of(PactRequestMatcher.NAME, matcher), event -> {})
                        .filter(stores::isInRequiredState)
                        .findFirst())
                .map(mapping -> added(mapping, raw, cached));
    }

    private AddedMapping added(StubMapping mapping, RawRequest raw, CachedBodyRequest cached) {
        var isProxy = ProxyTrail.isProxy(mapping);
        return new AddedMapping(
                mapping.getId(),
                MappingStore.precedesContracts(mapping),
                mapping.getRequest().getMethod().equals(RequestMethod.OPTIONS),
                isProxy,
                isProxy && trail.contains(raw.header(ProxyTrail.HEADER), mapping),
                isProxy ? cached.passedOnBy(trail.mark(mapping)) : cached);
    }

    private static CachedBodyRequest cached(Request request, RawRequest raw, byte[] wire) {
        request.setHttpURI(HttpURI.build(request.getHttpURI()).pathQuery(raw.url()));
        return new CachedBodyRequest(request, looksCompressed(request, wire) ? Gzip.gzip(wire) : wire);
    }

    /**
     * Has WireMock answer a request that an added mapping matches.
     *
     * @throws MappingFailure if WireMock fails to
     */
    public void answer(Handler wireMock, String target, Request request, AddedMapping mapping) throws IOException {
        try {
            handle(wireMock, target, request, mapping.request(), new ProviderHeaders(request, mapping.isProxy()));
        } catch (TreatyException e) {
            throw e;
        } catch (ServletException | RuntimeException e) {
            throw new MappingFailure(mapping.id(), request.getHttpURI().getPath(), e);
        }
    }

    /**
     * Has WireMock answer a request to its admin API. What that API does depends on nothing but the request and what is in memory, so a
     * failure means that the request is not what it expects.
     *
     * @param wire the body as it arrived
     */
    public void administer(Handler wireMock, String target, Request request, byte[] wire) throws IOException {
        var response = new AdminResponse(request.getResponse());
        var asked = request.getMethod() + " " + request.getHttpURI().getPath();
        try {
            handle(wireMock, target, request, new CachedBodyRequest(request, wire), response);
            if (response.isProblem()) {
                refuse(request, StubResponse.of(response.errorStatus(), PROBLEM, response.error()));
            } else if (response.isError()) {
                refuse(request, AdminProblem.of(asked, response).toResponse());
            }
        } catch (ServletException | RuntimeException e) {
            LOG.debug("{} is not what the admin API expects", asked, e);
            refuse(request, AdminProblem.failed(asked, wire).toResponse());
        }
    }

    private static void refuse(Request request, StubResponse refusal) throws IOException {
        request.getResponse().reset(); // it may have been begun
        CachedResponse.of(refusal).write(request.getResponse());
    }

    /**
     * A request that had to wait, e.g. for its body, is dispatched asynchronously; then Jetty asks all contexts that its path is in, although
     * the first has answered, and the second's answer ends the connection.
     */
    private static void handle(
            Handler wireMock,
            String target,
            Request request,
            HttpServletRequest asServlet,
            HttpServletResponse response)
            throws IOException, ServletException {
        var dispatched = request.getDispatcherType();
        request.setDispatcherType(DispatcherType.REQUEST);
        try {
            wireMock.handle(target, request, asServlet, response);
        } finally {
            request.setDispatcherType(dispatched);
        }
    }

    /** The delay that WireMock's settings ask for, before each response of a contract or a replay; zero for none. */
    public Duration globalDelay() {
        return stores.globalDelay();
    }

    /** The latest requests. */
    public RequestJournal journal() {
        return stores.journal();
    }

    /**
     * Answers requests like this one from now on, although no contract does.
     *
     * @param contentType of the response; empty for none
     */
    public void addWithoutContract(RawRequest request, int status, String contentType, String body) {
        stores.mappings().add(SessionMapping.of(request, status, contentType, body));
    }

    /**
     * Records a request in the journal.
     *
     * @param delay before the response
     */
    public void record(Request request, RawRequest raw, byte[] wire, JournalledResponse response, Duration delay) {
        if (stores.journal().isOn()) {
            var parts = isMultipart(raw) ? logged(cached(request, raw, wire)) : Optional.<LoggedRequest>empty();
            stores.journal().add(new JournalEntry(request, raw, parts.orElse(null), response, delay));
        }
    }

    /** Records a request that the server refuses, without its body, which may be too long or never have been read. */
    public void recordRefusal(Request request, RawRequest raw, CachedResponse response) {
        if (stores.journal().isOn()) {
            stores.journal()
                    .add(new JournalEntry(
                            request, raw.withoutBody(), null, JournalledResponse.ofRefusal(response), Duration.ZERO));
        }
    }

    /** Its parts are only in a request that WireMock has parsed. */
    private static boolean isMultipart(RawRequest raw) {
        var contentType = raw.header("Content-Type");
        return !contentType.isEmpty()
                && contentType.get(0).strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean looksCompressed(HttpServletRequest request, byte[] body) {
        var encoding = request.getHeader("Content-Encoding");
        return !"gzip".equals(encoding) && (Gzip.isGzipped(body) || (encoding != null && encoding.contains("gzip")));
    }

    /** The request as WireMock sees it; empty if WireMock cannot parse it (a malformed form, an unknown charset). */
    private static Optional<LoggedRequest> logged(HttpServletRequest request) {
        try {
            var adapter = new WireMockHttpServletRequestAdapter(request, null, null, false, null);
            var logged = LoggedRequest.createFrom(adapter);
            logged.getBodyAsString();
            return Optional.of(logged);
        } catch (Exception e) { // of many types, some of them checked and thrown undeclared
            return Optional.empty();
        }
    }

    /**
     * A mapping that was added and matches a request.
     *
     * @param precedesContracts whether it answers even if an interaction matches, too
     * @param isForOptions whether it is for the method OPTIONS, and no other
     * @param isProxy whether it passes requests on
     * @param isLoop whether it would pass on a request that it has passed on before
     * @param request as WireMock has to see it
     */
    public record AddedMapping(
            UUID id,
            boolean precedesContracts,
            boolean isForOptions,
            boolean isProxy,
            boolean isLoop,
            CachedBodyRequest request) {}

    /**
     * Keeps WireMock from claiming that a 304 has a length of 0 (RFC 9110, section 8.6), and from adding more headers than are sent; lets a
     * page read the response, with all of its headers.
     */
    private static final class ProviderHeaders extends HttpServletResponseWrapper {

        /** A colon, a space, and the end of the line. */
        private static final int SEPARATORS = 4;

        private final Request request;
        private final boolean isProxied;
        private final PageHeaders headers;
        private int length;

        ProviderHeaders(Request request, boolean isProxied) {
            super(request.getResponse());
            this.request = request;
            this.isProxied = isProxied;
            headers = new PageHeaders(request);
        }

        @Override
        public void setContentLength(int length) {
            if (getStatus() != SC_NOT_MODIFIED) {
                super.setContentLength(length);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            length += name.length() + value.length() + SEPARATORS;
            TooLongHeaders.refuse(length, request, isProxied);
            headers.add(name, value);
        }
    }
}
