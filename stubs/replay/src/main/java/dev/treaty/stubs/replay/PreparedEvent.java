package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.common.DataTruncationSettings;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.Timing;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import wiremock.org.eclipse.jetty.http.MimeTypes;
import wiremock.org.eclipse.jetty.server.Cookies;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.util.MultiMap;
import wiremock.org.eclipse.jetty.util.URIUtil;
import wiremock.org.eclipse.jetty.util.UrlEncoded;

/**
 * A request that got a {@link PreparedAnswer}. It holds little, because most are forgotten unread; somebody who asks gets what
 * WireMock would have noted itself.
 */
final class PreparedEvent implements Journal.Entry {

    private final Arrived arrived;
    private final String scheme;
    private final String host;
    private final int port;
    private final String protocol;
    private final String remoteAddress;
    private final long time = System.currentTimeMillis();
    private final Replay interaction;
    private final PreparedAnswer answer;
    private final Lazy<UUID> id = new Lazy<>(UUID::randomUUID);
    private final Lazy<Optional<ServeEvent>> event = new Lazy<>(this::make);

    PreparedEvent(Request request, Arrived arrived, Replay interaction, PreparedAnswer answer) {
        this.arrived = arrived;
        this.interaction = interaction;
        this.answer = answer;
        scheme = request.getScheme();
        host = request.getServerName();
        port = request.getServerPort();
        protocol = request.getProtocol();
        remoteAddress = request.getRemoteAddr();
    }

    @Override
    public long bytes() {
        return arrived.body().length;
    }

    @Override
    public UUID id() {
        return id.get();
    }

    @Override
    public Optional<ServeEvent> event() {
        return event.get();
    }

    private Optional<ServeEvent> make() {
        try {
            var request = request();
            request.getBodyAsString();
            return Optional.of(event(request));
        } catch (RuntimeException e) { // of many types: a charset that does not exist, a query that is none, and more
            return Optional.empty();
        }
    }

    private ServeEvent event(LoggedRequest request) {
        var response = Response.response()
                .status(answer.status())
                .headers(answer.headers())
                .body(answer.body())
                .build();
        var timing = Timing.create();
        timing.setAddedTime(0);
        return new ServeEvent(
                id(),
                request,
                interaction.mapping(),
                answer.definition(),
                LoggedResponse.from(response, DataTruncationSettings.NO_TRUNCATION.getMaxResponseBodySize()),
                true,
                timing,
                new ArrayDeque<>());
    }

    private LoggedRequest request() {
        var members = new LinkedHashMap<String, Object>();
        members.put("url", arrived.url());
        members.put("absoluteUrl", origin() + arrived.url());
        members.put("method", arrived.method());
        members.put(
                "clientIp",
                arrived.header("X-Forwarded-For").stream().findFirst().orElse(remoteAddress));
        members.put("headers", arrived.headers());
        members.put("cookies", cookies());
        members.put("loggedDate", time);
        members.put("bodyAsBase64", Base64.getEncoder().encodeToString(arrived.body()));
        members.put("protocol", protocol);
        var request = Json.mapToObject(members, LoggedRequest.class);
        request.formParameters().putAll(form()); // which WireMock does not read back
        return request;
    }

    private String origin() {
        var origin = new StringBuilder();
        URIUtil.appendSchemeHostPort(origin, scheme, host, port);
        return origin.toString();
    }

    private Map<String, List<String>> cookies() {
        var cookies = new Cookies();
        arrived.header("Cookie").forEach(cookies::addCookieField);
        return Arrays.stream(cookies.getCookies())
                .collect(Collectors.groupingBy(
                        cookie -> cookie.getName(),
                        LinkedHashMap::new,
                        Collectors.mapping(cookie -> cookie.getValue(), Collectors.toList())));
    }

    private Map<String, FormParameter> form() {
        var contentType = arrived.header("Content-Type").stream().findFirst().orElse("");
        var fields = new MultiMap<String>();
        if (contentType.contains("application/x-www-form-urlencoded")) {
            var named = MimeTypes.getCharsetFromContentType(contentType);
            var charset = named == null ? UTF_8 : Charset.forName(named);
            UrlEncoded.decodeTo(new String(arrived.body(), charset), fields, charset);
        }
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> new FormParameter(field.getKey(), field.getValue())));
    }
}
