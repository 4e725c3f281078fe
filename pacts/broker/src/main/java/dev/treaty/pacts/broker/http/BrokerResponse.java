package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a broker answered, or what stands in front of it.
 *
 * @param location the header {@code Location}; empty if there is none
 * @param isSigned whether the answer says that a broker gave it; a proxy may remove that
 * @param pause how long it asks to wait before the next attempt; zero if it does not
 */
record BrokerResponse(
        BrokerRequest request, int status, String body, String location, boolean isSigned, Duration pause) {

    /** However long the broker asks to wait, a build does not wait longer than that at once. */
    private static final long LONGEST_PAUSE_SECONDS = 60;

    /** Keeps the digits of decimals: a contract that says 1.10 must not become one that says 1.1. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static BrokerResponse of(BrokerRequest request, HttpResponse<byte @Nullable []> response) throws IOException {
        return new BrokerResponse(
                request,
                response.statusCode(),
                text(response),
                response.headers().firstValue("Location").orElse(""),
                response.headers().firstValue("X-Pact-Broker-Version").isPresent(),
                pause(response.headers().firstValue("Retry-After").orElse("")));
    }

    /** The header may also have a date, which no broker and hardly any proxy sends (RFC 9110, section 10.2.3). */
    private static Duration pause(String retryAfter) {
        return retryAfter.matches("\\d{1,9}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(retryAfter), LONGEST_PAUSE_SECONDS))
                : Duration.ZERO;
    }

    /**
     * Nobody asked for compression, but some proxies compress all the same. There is no body at all if a proxy refuses to open a tunnel.
     */
    private static String text(HttpResponse<byte @Nullable []> response) throws IOException {
        var body = response.body();
        var isCompressed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        if (body == null || body.length == 0) {
            return "";
        }
        if (!isCompressed) {
            return new String(body, UTF_8);
        }
        try (var content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var unpacked = content.readNBytes(BrokerRequest.LARGEST_ANSWER + 1);
            if (unpacked.length > BrokerRequest.LARGEST_ANSWER) {
                throw UnusableBody.tooLarge(BrokerRequest.LARGEST_ANSWER);
            }
            return new String(unpacked, UTF_8);
        }
    }

    /** The body, if it is JSON. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(JSON.readTree(body)).filter(json -> !json.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The same without some texts, which are credentials. */
    BrokerResponse hiding(List<String> secrets) {
        var shownBody = body;
        var shownLocation = location;
        for (var secret : secrets) {
            shownBody = shownBody.replace(secret, "…");
            shownLocation = shownLocation.replace(secret, "…");
        }
        return new BrokerResponse(request, status, shownBody, shownLocation, isSigned, pause);
    }

    String where() {
        return request.where();
    }

    /** Whether what was asked for does not exist. */
    boolean isNotFound() {
        return status == 404;
    }

    /** Whether the next attempt may end better: the broker, or a proxy before it, is busy, or failed, e.g. because of a deadlock. */
    boolean isTemporary() {
        return status == 408 || status == 429 || status >= 500;
    }
}
