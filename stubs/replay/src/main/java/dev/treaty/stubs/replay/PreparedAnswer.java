package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.http.PreEncodedHttpField;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * An answer that is the same each time, written without WireMock, and byte for byte as WireMock writes it. For that the first
 * one is handed to Jetty as WireMock hands it, field by field, and what Jetty makes of the fields is kept for all others.
 */
final class PreparedAnswer {

    private static final byte[] NOTHING = {};

    private final ResponseDefinition definition;
    private final byte[] body;
    private volatile @Nullable HttpFields fields;

    PreparedAnswer(ResponseDefinition definition) {
        this.definition = definition;
        body = definition.getByteBody() == null ? NOTHING : definition.getByteBody();
    }

    ResponseDefinition definition() {
        return definition;
    }

    HttpHeaders headers() {
        return definition.getHeaders() == null ? HttpHeaders.noHeaders() : definition.getHeaders();
    }

    void write(Response response) throws IOException {
        response.setStatus(definition.getStatus());
        var prepared = fields;
        if (prepared == null) {
            fields = prepare(response);
        } else {
            response.getHttpFields().add(prepared);
        }
        if (definition.getStatus() != HttpStatus.NOT_MODIFIED_304) { // RFC 9110, section 8.6
            response.setLongContentLength(body.length);
        }
        response.getHttpOutput().sendContent(ByteBuffer.wrap(body));
    }

    private HttpFields prepare(Response response) {
        var present = response.getHttpFields().size(); // what belongs to this connection, e.g. that it is closed
        headers().all().forEach(header -> header.values().forEach(value -> response.addHeader(header.key(), value)));
        var prepared = HttpFields.build();
        response.getHttpFields().stream()
                .skip(present)
                .map(PreparedAnswer::encoded)
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
