package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.PreEncodedHttpField;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * The header of answers, byte for byte as WireMock writes it. For that it is handed to Jetty the first time as WireMock hands it,
 * field by field, and what Jetty makes of the fields is kept for all others.
 */
final class PreparedHeader {

    private final HttpHeaders headers;
    private volatile @Nullable HttpFields fields;

    PreparedHeader(HttpHeaders headers) {
        this.headers = headers;
    }

    HttpHeaders headers() {
        return headers;
    }

    void addTo(Response response) {
        var prepared = fields;
        if (prepared == null) {
            fields = prepare(response);
        } else {
            response.getHttpFields().add(prepared);
        }
    }

    private HttpFields prepare(Response response) {
        var present = response.getHttpFields().size(); // what belongs to this connection, e.g. that it is closed
        headers.all().forEach(header -> header.values().forEach(value -> response.addHeader(header.key(), value)));
        var prepared = HttpFields.build();
        response.getHttpFields().stream()
                .skip(present)
                .map(PreparedHeader::encoded)
                .forEach(prepared::add);
        return prepared.asImmutable();
    }

    private static HttpField encoded(HttpField field) {
        return isPlain(field.getName()) && field.getValue() != null && isPlain(field.getValue())
                ? new PreEncodedHttpField(field.getHeader(), field.getName(), field.getValue())
                : field; // Jetty replaces some characters as it writes
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
