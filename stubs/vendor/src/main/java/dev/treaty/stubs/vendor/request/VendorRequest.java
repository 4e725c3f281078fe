package dev.treaty.stubs.vendor.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request to a vendor's API. */
public final class VendorRequest {

    private final RawRequest raw;
    private final String path;
    private final String query;

    /** Of what arrived for the vendor. */
    public VendorRequest(RawRequest raw) {
        this.raw = raw;
        var target = raw.target();
        var mark = target.indexOf('?');
        path = mark < 0 ? target : target.substring(0, mark);
        query = mark < 0 ? "" : target.substring(mark + 1);
    }

    /** In upper case. */
    public String method() {
        return raw.method();
    }

    /** Below the provider, still encoded, without the query. */
    public String path() {
        return path;
    }

    /** The query without its question mark, still encoded; empty if there is none. */
    public String query() {
        return query;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        var values = raw.header(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The body's bytes. */
    public byte[] body() {
        return raw.body();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(raw.body(), UTF_8);
    }

    /** The values of the query, decoded, by name, in the order in which they arrived. */
    public Map<String, List<String>> queryParameters() {
        return FormParameters.parse(query);
    }

    /** The fields of the body, which is a form ({@code application/x-www-form-urlencoded}), like {@link #queryParameters()}. */
    public Map<String, List<String>> formParameters() {
        return FormParameters.parse(text());
    }

    /**
     * The body as JSON.
     *
     * @throws java.io.UncheckedIOException if it is not JSON
     */
    public JsonNode json() {
        return Json.parse(raw.body());
    }

    /** The token of {@code Authorization: Bearer} (RFC 6750). */
    public Optional<String> bearerToken() {
        return credentials("Bearer ");
    }

    /** User and password of {@code Authorization: Basic} (RFC 7617). */
    public Optional<BasicCredentials> basicCredentials() {
        return credentials("Basic ").flatMap(BasicCredentials::decode);
    }

    private Optional<String> credentials(String scheme) {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip())
                .filter(value -> !value.isEmpty());
    }

    /**
     * Where the client reached the vendor, without a slash at the end, e.g. {@code "http://127.0.0.1:12111"}; for URLs in responses.
     */
    public String baseUrl() {
        return raw.scheme() + "://" + header("Host").orElse("127.0.0.1") + raw.basePath();
    }

    /**
     * Credentials as in RFC 7617.
     *
     * @param user before the first colon
     */
    public record BasicCredentials(String user, String password) {

        static Optional<BasicCredentials> decode(String base64) {
            try {
                var text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
                var colon = text.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
