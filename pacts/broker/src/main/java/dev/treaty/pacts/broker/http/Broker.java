package dev.treaty.pacts.broker.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a broker: follows its links, and turns what goes wrong into errors that say what to do.
 *
 * <p>All methods throw {@link BrokerUnreachable} if the broker does not answer, and {@link BrokerRefusal} if it answers with 400 to 499.
 */
public final class Broker {

    /** Of a list; the real broker has 100 items on each. */
    private static final int MOST_PAGES = 1_000;

    private final BrokerAddress address;
    private final BrokerTransport transport;
    private final boolean hasCredentials;
    private @Nullable HalDocument index;

    private Broker(BrokerAddress address, BrokerTransport transport, boolean hasCredentials) {
        this.address = address;
        this.transport = transport;
        this.hasCredentials = hasCredentials;
    }

    /**
     * A broker; nothing is sent yet.
     *
     * @param environment for credentials, proxies, trusted certificates and the number of attempts
     * @param log gets one line for each request, without secrets
     * @throws InvalidBrokerSettings if the credentials contradict each other, or another setting cannot be used
     */
    public static Broker at(BrokerAddress address, Map<String, String> environment, Consumer<String> log) {
        return at(address, environment, log, RetryPauses.from(environment));
    }

    /** The same with other pauses before further attempts. */
    static Broker at(
            BrokerAddress address, Map<String, String> environment, Consumer<String> log, List<Duration> pauses) {
        return at(address, environment, log, pauses, BrokerRequest.LONGEST_ANSWER);
    }

    /** The same with another time for each answer. */
    static Broker at(
            BrokerAddress address,
            Map<String, String> environment,
            Consumer<String> log,
            List<Duration> pauses,
            Duration longestAnswer) {
        var credentials = BrokerCredentials.from(environment);
        return new Broker(
                address,
                new BrokerTransport(
                        credentials,
                        environment,
                        address.isSecure() ? TrustedCertificates.from(environment) : Optional.empty(),
                        pauses,
                        longestAnswer,
                        log),
                credentials.authorization().isPresent());
    }

    /** Where it is. */
    public BrokerAddress address() {
        return address;
    }

    /**
     * A link of the broker's entry page, filled in.
     *
     * @param relation e.g. {@code "pb:pacticipant"}
     * @throws BrokerUnreachable if there is no such link: this is not a Pact Broker, or too old a one
     */
    public HalLink link(String relation, Map<String, String> values) {
        return index().link(relation)
                .map(link -> link.expand(values))
                .orElseThrow(() -> new BrokerUnreachable(
                        "The broker does not offer \"%s\".".formatted(relation),
                        "the links of " + address,
                        "check that the address is a Pact Broker's; if it is, upgrade it to "
                                + BrokerUnreachable.OLDEST_VERSION + " or newer",
                        null));
    }

    /** A path that no link leads to, below the broker's address. */
    public HalLink path(String path) {
        return new HalLink(address + path, "");
    }

    /** The document that a link points to. */
    public HalDocument get(HalLink link) {
        return document(send(BrokerRequest.read(uri(link))));
    }

    /**
     * The documents of a list that a link points to; of a list in pages, those of all pages.
     *
     * @param name under which they are embedded
     */
    public List<HalDocument> list(HalLink link, String name) {
        var documents = new ArrayList<HalDocument>();
        var visited = new HashSet<String>();
        for (var next = Optional.of(link);
                next.isPresent() && visited.add(next.get().href()); ) {
            if (visited.size() > MOST_PAGES) {
                throw BrokerUnreachable.withoutEnd(name);
            }
            var page = get(next.get());
            documents.addAll(page.requiredEmbedded(name));
            next = page.link("next");
        }
        return documents;
    }

    /** The text that a link points to, as the broker sent it: unlike in a document, numbers have all of their digits. */
    public String text(HalLink link) {
        var response = send(BrokerRequest.read(uri(link)));
        document(response); // a page to sign in is not a contract
        return response.body();
    }

    /** The document that a link points to; empty if there is none (404). */
    public Optional<HalDocument> find(HalLink link) {
        var response = transport.send(BrokerRequest.read(uri(link)));
        return isMissing(response) ? Optional.empty() : Optional.of(document(accepted(response)));
    }

    /** Sends a document that creates something; not sent again when nobody knows whether it arrived. */
    public HalDocument post(HalLink link, JsonNode body) {
        return document(send("POST", link, body, false));
    }

    /** Sends a question that does not fit into a URL; it changes nothing, so that it may be sent again. */
    public HalDocument query(HalLink link, JsonNode body) {
        return document(send("POST", link, body, true));
    }

    /** Sends a document that creates or replaces something. */
    public void put(HalLink link, JsonNode body) {
        send("PUT", link, body, true);
    }

    /** Sends the fields of a document that change. */
    public void patch(HalLink link, JsonNode body) {
        send("PATCH", link, body, true);
    }

    /** Deletes what a link points to; false if it did not exist (404). */
    public boolean delete(HalLink link) {
        var response = transport.send(new BrokerRequest("DELETE", uri(link), "", true));
        if (isMissing(response)) {
            return false;
        }
        accepted(response);
        return true;
    }

    private BrokerResponse send(String method, HalLink link, JsonNode body, boolean isRepeatable) {
        return send(new BrokerRequest(method, uri(link), body.toString(), isRepeatable));
    }

    private BrokerResponse send(BrokerRequest request) {
        return accepted(transport.send(request));
    }

    private BrokerResponse accepted(BrokerResponse response) {
        if (response.status() >= 400) {
            isMissing(response);
            throw BrokerRefusal.of(response, hasCredentials);
        }
        return response;
    }

    /**
     * Whether the broker says that something does not exist.
     *
     * @throws BrokerUnreachable if it was not the broker that says so: the address is wrong, or a proxy leads elsewhere
     */
    private boolean isMissing(BrokerResponse response) {
        if (response.isNotFound() && !response.isSigned()) {
            if (response.request().uri().equals(address.index())
                    || response.json().isEmpty()) {
                throw BrokerUnreachable.notABroker(response.where());
            }
            index();
        }
        return response.isNotFound();
    }

    private HalDocument index() {
        if (index == null) {
            var document = document(send(BrokerRequest.read(address.index())));
            if (document.link("self").isEmpty()) {
                throw BrokerUnreachable.notABroker("GET " + address.index());
            }
            index = document;
        }
        return index;
    }

    private HalDocument document(BrokerResponse response) {
        return response.json()
                .filter(JsonNode::isContainerNode)
                .map(HalDocument::new)
                .orElseThrow(() -> BrokerUnreachable.notABroker(response.where()));
    }

    /**
     * Where a link leads: below the address that was given, even if the broker believes that it has another one, as it often does behind a
     * proxy. So credentials never go anywhere else.
     */
    private URI uri(HalLink link) {
        var href = link.href();
        if (isBelow(href, address.text())) {
            return parse(href);
        }
        var ownAddress = index().link("self").map(HalLink::href).orElse("").replaceAll("/+$", "");
        if (!ownAddress.isEmpty() && isBelow(href, ownAddress)) {
            return parse(address + href.substring(ownAddress.length()));
        }
        throw new BrokerUnreachable(
                "A link leads away from the broker; it is not followed, because the credentials would go along.",
                href,
                "check that it belongs to the broker at %s, and the broker's setting PACT_BROKER_BASE_URL"
                        .formatted(address),
                null);
    }

    private static boolean isBelow(String href, String base) {
        return href.startsWith(base)
                && (href.length() == base.length() || "/?".indexOf(href.charAt(base.length())) >= 0);
    }

    private static URI parse(String href) {
        try {
            return URI.create(href);
        } catch (IllegalArgumentException e) {
            throw new BrokerUnreachable("A link of the broker is not a URL.", href, "report this to its operators", e);
        }
    }
}
