package dev.treaty.stubs.http.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.SecretNames;
import java.io.IOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * Writes a line of JSON for each completed request: without headers and bodies, and without the parameters of the query that are
 * {@linkplain SecretNames#contains named like a secret}.
 */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer out;
    private boolean failed;

    /** @param out which is not closed */
    public AccessLog(Writer out) {
        this.out = out;
    }

    /** @param nanoseconds that the request took */
    void add(Request request, Response response, RequestOutcome outcome, long nanoseconds) {
        var entry = JSON.createObjectNode();
        entry.put("time", Instant.ofEpochMilli(request.getTimeStamp()).toString());
        entry.put("remote", request.getRemoteAddr());
        entry.put("method", request.getMethod());
        if (request.getMetaData() != null) { // the URI as it was sent; WireMock changes it
            var uri = request.getMetaData().getURI();
            entry.put("path", uri.getPath());
            putIfPresent(entry, "query", withoutSecrets(uri.getQuery()));
        }
        putIfPresent(entry, "provider", outcome.provider().isEmpty() ? null : outcome.provider());
        entry.put("outcome", outcome.kind().toString());
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
        entry.put("milliseconds", TimeUnit.NANOSECONDS.toMicros(nanoseconds) / 1e3);
        write(entry);
    }

    private void write(ObjectNode entry) {
        try {
            write(JSON.writeValueAsString(entry) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers can always be written as JSON", e);
        }
    }

    private synchronized void write(String line) {
        try {
            out.write(line);
            out.flush();
            failed = false;
        } catch (IOException e) { // no reason to stop answering, and one report is enough
            if (!failed) {
                LOG.error("The access log cannot be written; requests are answered without it", e);
            }
            failed = true;
        }
    }

    private static void putIfPresent(ObjectNode entry, String name, @Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    private static @Nullable String withoutSecrets(@Nullable String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&", -1))
                        .map(AccessLog::withoutSecret)
                        .collect(Collectors.joining("&"));
    }

    private static String withoutSecret(String parameter) {
        var equals = parameter.indexOf('=');
        var name = equals < 0 ? parameter : parameter.substring(0, equals);
        return SecretNames.contains(decoded(name)) ? name + "=***" : parameter;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
