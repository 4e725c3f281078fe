package dev.treaty.stubs.twilio.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list: {@code PageSize} resources (50 unless asked for, at most 1,000), and where the pages before and after are. A page
 * token names the resource that the page starts after ({@code PA…}) or ends before ({@code PB…}), so that what is created meanwhile
 * neither repeats nor hides anything.
 *
 * @see <a href="https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information">Twilio, paging</a>
 */
public final class ResourcePage {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final String AFTER = "PA";
    private static final String BEFORE = "PB";
    private static final Set<String> PLACE = Set.of("PageSize", "Page", "PageToken");

    private final Exchange exchange;
    private final Parameters parameters;
    private final int size;
    private final int number;
    private final List<ObjectNode> resources;
    private final boolean hasNext;

    private ResourcePage(Exchange exchange, Listing listing) {
        this.exchange = exchange;
        parameters = Parameters.of(exchange);
        size = Math.max(1, Math.min(MAX_SIZE, parameters.number("PageSize").orElse(DEFAULT_SIZE)));
        number = Math.max(0, parameters.number("Page").orElse(0));
        var token = parameters.textOrEmpty("PageToken");
        var place = place(listing, token);
        if (place != null && token.startsWith(BEFORE)) {
            var before = new ArrayList<>(read(listing, false, place, 0, size));
            Collections.reverse(before);
            resources = before;
            hasNext = true;
        } else {
            var read = read(listing, true, place, place == null ? (long) number * size : 0, size + 1);
            resources = read.subList(0, Math.min(size, read.size()));
            hasNext = read.size() > size;
        }
    }

    /**
     * The page that a request asks for.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 20001 if its size or number are invalid
     */
    public static ResourcePage of(Exchange exchange, Listing listing) {
        return new ResourcePage(exchange, listing);
    }

    /** The resource that a token names; null if nothing has been there, so that only the number of the page counts. */
    private @Nullable String place(Listing listing, String token) {
        var sid = token.startsWith(AFTER) || token.startsWith(BEFORE) ? token.substring(AFTER.length()) : "";
        return ResourceTable.of(exchange.world(), listing.kind()).hasHad(sid) ? sid : null;
    }

    private List<ObjectNode> read(Listing listing, boolean newestFirst, @Nullable String after, long skip, int limit) {
        return ResourceTable.of(exchange.world(), listing.kind())
                .list(listing.field(), listing.value(), newestFirst, after)
                .filter(listing.filter())
                .skip(skip)
                .limit(limit)
                .toList()
                .stream() // a view may read what is being listed
                .map(listing.view())
                .map(Responses::visible)
                .toList();
    }

    /**
     * As the API of 2010 gives it.
     *
     * @param key of the list, e.g. {@code "messages"}
     */
    public StubResponse toResponse(String key) {
        var page = Json.object();
        page.put("first_page_uri", uri(0, Optional.empty()));
        page.put("end", Math.max(0, number * size + resources.size() - 1));
        page.put("next_page_uri", next());
        page.put("page", number);
        page.put("page_size", size);
        page.put("previous_page_uri", previous());
        page.putArray(key).addAll(resources);
        page.put("start", number * size);
        page.put("uri", uri(number, parameters.text("PageToken")));
        return Responses.json(200, page);
    }

    /**
     * As the newer APIs give it, with {@code meta} and whole URLs.
     *
     * @param key of the list, e.g. {@code "services"}
     */
    public StubResponse toResponseWithMeta(String key) {
        var host = exchange.request().header("Host").orElse("");
        var base = host.endsWith(".twilio.com")
                ? "https://" + host
                : exchange.request().baseUrl();
        var next = next();
        var previous = previous();
        var page = Json.object();
        page.putArray(key).addAll(resources);
        page.putObject("meta")
                .put("page", number)
                .put("page_size", size)
                .put("first_page_url", base + uri(0, Optional.empty()))
                .put("previous_page_url", previous == null ? null : base + previous)
                .put("url", base + uri(number, parameters.text("PageToken")))
                .put("next_page_url", next == null ? null : base + next)
                .put("key", key);
        return Responses.json(200, page);
    }

    private @Nullable String next() {
        return hasNext && !resources.isEmpty()
                ? uri(number + 1, Optional.of(AFTER + sid(resources.get(resources.size() - 1))))
                : null;
    }

    private @Nullable String previous() {
        return number > 0 && !resources.isEmpty() ? uri(number - 1, Optional.of(BEFORE + sid(resources.get(0)))) : null;
    }

    private static String sid(ObjectNode resource) {
        return resource.path("sid").asText();
    }

    private String uri(int page, Optional<String> token) {
        var query = new StringBuilder(exchange.request().path()).append('?');
        for (var name : parameters.names()) {
            if (!PLACE.contains(name)) {
                parameters
                        .all(name)
                        .forEach(value -> query.append(encoded(name))
                                .append('=')
                                .append(encoded(value))
                                .append('&'));
            }
        }
        query.append("PageSize=").append(size).append("&Page=").append(page);
        token.ifPresent(text -> query.append("&PageToken=").append(encoded(text)));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
