package dev.treaty.stubs.http.wiremock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.common.DataTruncationSettings;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.Timing;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.treaty.stubs.matching.request.Lazy;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.page.source.SeenRequest;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.MimeTypes;
import wiremock.org.eclipse.jetty.server.Cookies;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.util.MultiMap;
import wiremock.org.eclipse.jetty.util.URIUtil;
import wiremock.org.eclipse.jetty.util.UrlEncoded;

/**
 * A request that the stub server answered. It keeps little, because most entries are forgotten unread; when it is read, it shows
 * what WireMock itself would have recorded.
 */
final class JournalEntry implements Journal.Entry {

    /** Bytes; a longer body is not kept as bytes, text and Base64 only because somebody has listed requests once. */
    private static final int KEPT_AS_EVENT = 16 << 10;

    private final RawRequest raw;
    private final String scheme;
    private final String host;
    private final int port;
    private final String protocol;
    private final String remoteAddress;
    private final @Nullable LoggedRequest parsed;
    private final JournalledResponse answer;
    private final Duration delay;
    private final long time = System.currentTimeMillis();
    private final Lazy<UUID> id = new Lazy<>(UUID::randomUUID);
    private final Lazy<Optional<ServeEvent>> event = new Lazy<>(this::createEvent);

    /**
     * @param parsed the request as WireMock sees it, if it has been parsed already
     * @param delay before the response
     */
    JournalEntry(
            Request request,
            RawRequest raw,
            @Nullable LoggedRequest parsed,
            JournalledResponse answer,
            Duration delay) {
        this.raw = raw;
        this.parsed = parsed;
        this.answer = answer;
        this.delay = delay;
        scheme = request.getScheme();
        host = request.getServerName();
        port = request.getServerPort();
        protocol = request.getProtocol();
        remoteAddress = request.getRemoteAddr();
    }

    @Override
    public long bytes() {
        var response = answer.response();
        var parts = parsed == null ? 0 : 2L * raw.body().length; // as bytes and as text
        return raw.body().length + parts + (response.isWrittenOnce() ? response.body().length : 0);
    }

    @Override
    public UUID id() {
        return id.get();
    }

    @Override
    public Optional<ServeEvent> event() {
        return raw.body().length <= KEPT_AS_EVENT ? event.get() : createEvent();
    }

    @Override
    public SeenRequest seen(long number) {
        var response = answer.response();
        var interaction = answer.interaction();
        return new SeenRequest(
                number,
                Instant.ofEpochMilli(time),
                raw,
                answer.outcome(),
                response.status(),
                response.headers(),
                response.body(),
                interaction == null ? null : interaction.origin());
    }

    private Optional<ServeEvent> createEvent() {
        try {
            var request = parsed == null ? request() : parsed;
            request.getBodyAsString();
            return Optional.of(event(request));
        } catch (RuntimeException e) { // of many types: an unknown charset, an invalid query, and more
            return Optional.empty();
        }
    }

    private ServeEvent event(LoggedRequest request) {
        var response = answer.response();
        var interaction = answer.interaction();
        var sent = Response.response()
                .status(response.status())
                .headers(ResponseDefinitions.headers(response.headers()))
                .body(response.body())
                .build();
        var timing = Timing.create();
        timing.setAddedTime((int) delay.toMillis());
        return new ServeEvent(
                id(),
                request,
                interaction == null ? null : ContractMappingFactory.of(interaction),
                answer.isMatched()
                        ? ResponseDefinitions.of(response.status(), response.headers(), response.body())
                        : ResponseDefinition.notConfigured(),
                LoggedResponse.from(sent, DataTruncationSettings.NO_TRUNCATION.getMaxResponseBodySize()),
                answer.isMatched(),
                timing,
                new ArrayDeque<>());
    }

    private LoggedRequest request() {
        var members = new LinkedHashMap<String, Object>();
        members.put("url", raw.url());
        members.put("absoluteUrl", origin() + raw.url());
        members.put("method", raw.method());
        members.put(
                "clientIp", raw.header("X-Forwarded-For").stream().findFirst().orElse(remoteAddress));
        members.put("headers", raw.headers());
        members.put("cookies", cookies());
        members.put("loggedDate", time);
        members.put("bodyAsBase64", Base64.getEncoder().encodeToString(raw.body()));
        members.put("protocol", protocol);
        var request = Json.mapToObject(members, LoggedRequest.class);
        request.formParameters().putAll(form()); // which WireMock does not read from JSON
        return request;
    }

    private String origin() {
        var origin = new StringBuilder();
        URIUtil.appendSchemeHostPort(origin, scheme, host, port);
        return origin.toString();
    }

    private Map<String, List<String>> cookies() {
        var cookies = new Cookies();
        raw.header("Cookie").forEach(cookies::addCookieField);
        return Arrays.stream(cookies.getCookies())
                .collect(Collectors.groupingBy(
                        cookie -> cookie.getName(),
                        LinkedHashMap::new,
                        Collectors.mapping(cookie -> cookie.getValue(), Collectors.toList())));
    }

    private Map<String, FormParameter> form() {
        var contentType = raw.header("Content-Type").stream().findFirst().orElse("");
        var fields = new MultiMap<String>();
        if (contentType.contains("application/x-www-form-urlencoded")) {
            var named = MimeTypes.getCharsetFromContentType(contentType);
            var charset = named == null ? UTF_8 : Charset.forName(named);
            UrlEncoded.decodeTo(new String(raw.body(), charset), fields, charset);
        }
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> new FormParameter(field.getKey(), field.getValue())));
    }
}
