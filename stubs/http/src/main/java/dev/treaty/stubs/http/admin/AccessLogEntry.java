package dev.treaty.stubs.http.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretParameters;
import dev.treaty.pacts.errors.SecretValues;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * What is logged of a completed request: no headers, no bodies, and of the query no values of parameters that are
 * {@linkplain SecretNames#contains named like a secret}, nor what {@linkplain SecretValues looks like one}.
 *
 * @param nanoseconds that the request took
 */
record AccessLogEntry(Request request, Response response, RequestOutcome outcome, long nanoseconds) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int LONGEST_TARGET = 200;
    private static final String HIDDEN = "***";

    /** One line, for programs. */
    String toJson() {
        try {
            return JSON.writeValueAsString(fields());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers can always be written as JSON", e);
        }
    }

    private ObjectNode fields() {
        var entry = JSON.createObjectNode();
        entry.put("time", time().toString());
        entry.put("remote", request.getRemoteAddr());
        entry.put("method", request.getMethod());
        if (request.getMetaData() != null) { // the URI as it was sent; WireMock changes it
            var uri = request.getMetaData().getURI();
            entry.put("path", withoutSecrets(uri));
            putIfPresent(entry, "query", withoutSecrets(uri.getQuery()));
        }
        putIfPresent(entry, "provider", outcome.provider().isEmpty() ? null : outcome.provider());
        entry.put("outcome", outcome.kind().toString());
        putIfPresent(entry, "notCovered", outcome.notCovered());
        if (outcome.interaction() != null) {
            entry.put("consumer", outcome.interaction().consumer());
            entry.put("interaction", outcome.interaction().description());
        }
        if (outcome.fault() == null) {
            entry.put("status", response.getStatus());
            entry.put("bytes", request.getHttpChannel().getBytesWritten());
        } else {
            entry.put("fault", outcome.fault().toString());
        }
        entry.put("milliseconds", milliseconds());
        return entry;
    }

    /** One line, for people, e.g. {@code 14:03:22 miss 404 stripe GET /v1/charges?limit=2, 1234 bytes in 3.2 ms for 127.0.0.1}. */
    String toText() {
        return "%s %s %d %s%s %s, %s in %.1f ms for %s"
                .formatted(
                        TIME.format(LocalTime.ofInstant(time(), ZoneId.systemDefault())),
                        outcome.kind(),
                        response.getStatus(),
                        outcome.provider().isEmpty() ? "" : printable(outcome.provider()) + " ",
                        request.getMethod(),
                        target(),
                        Quantity.of(request.getHttpChannel().getBytesWritten(), "byte"),
                        milliseconds(),
                        request.getRemoteAddr() + notCovered());
    }

    private String notCovered() {
        return outcome.notCovered() == null ? "" : "; not covered by its replay (%s)".formatted(outcome.notCovered());
    }

    private String target() {
        if (request.getMetaData() == null) {
            return "";
        }
        var uri = request.getMetaData().getURI();
        var query = withoutSecrets(uri.getQuery());
        var target = printable(withoutSecrets(uri) + (query == null ? "" : "?" + query));
        return target.length() <= LONGEST_TARGET ? target : target.substring(0, LONGEST_TARGET) + "…";
    }

    /** Without anything that a terminal would obey. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private Instant time() {
        return Instant.ofEpochMilli(request.getTimeStamp());
    }

    private double milliseconds() {
        return TimeUnit.NANOSECONDS.toMicros(nanoseconds) / 1e3;
    }

    private static void putIfPresent(ObjectNode entry, String name, @Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    /** The path; null if the target of the request has none. */
    private static @Nullable String withoutSecrets(HttpURI uri) {
        return uri.getPath() == null ? null : SecretValues.replace(uri.getPath(), HIDDEN);
    }

    private static @Nullable String withoutSecrets(@Nullable String query) {
        return query == null ? null : SecretParameters.replace(query, HIDDEN);
    }
}
