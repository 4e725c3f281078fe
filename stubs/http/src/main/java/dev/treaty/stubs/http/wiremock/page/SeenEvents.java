package dev.treaty.stubs.http.wiremock.page;

import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.page.source.Outcome;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests that WireMock answered, because an added mapping matched. */
public final class SeenEvents {

    private SeenEvents() {}

    /** The request of an event. */
    public static SeenRequest of(long number, ServeEvent event) {
        var request = event.getRequest();
        var response = event.getResponse();
        return new SeenRequest(
                number,
                request.getLoggedDate().toInstant(),
                RawRequest.atMainPort(
                        request.getMethod().getName(),
                        request.getUrl(),
                        headers(request.getHeaders()),
                        Objects.requireNonNullElse(request.getBody(), new byte[0])),
                event.getWasMatched() ? Outcome.MAPPING : Outcome.MISS,
                response == null ? 0 : response.getStatus(),
                response == null ? Map.of() : headers(response.getHeaders()),
                response == null ? new byte[0] : Objects.requireNonNullElse(response.getBody(), new byte[0]),
                null);
    }

    private static Map<String, List<String>> headers(@Nullable HttpHeaders headers) {
        var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        if (headers != null) {
            headers.all().forEach(header -> byName.put(header.key(), List.copyOf(header.values())));
        }
        return byName;
    }
}
