package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.Response;

/** An answer that is the same each time, written without WireMock. There are as many as interactions, so it holds little. */
final class PreparedAnswer {

    private static final byte[] NOTHING = {};

    private final int status;
    private final PreparedHeader header;
    private final byte[] body;
    private final Supplier<ResponseDefinition> definition;

    /** @param definition the same in the words of WireMock, for its journal */
    PreparedAnswer(int status, PreparedHeader header, byte[] body, Supplier<ResponseDefinition> definition) {
        this.status = status;
        this.header = header;
        this.body = body;
        this.definition = definition;
    }

    /** One that is not prepared for many requests. */
    static PreparedAnswer of(ResponseDefinition definition) {
        var headers = definition.getHeaders() == null ? HttpHeaders.noHeaders() : definition.getHeaders();
        var body = definition.getByteBody() == null ? NOTHING : definition.getByteBody();
        return new PreparedAnswer(definition.getStatus(), new PreparedHeader(headers), body, () -> definition);
    }

    ResponseDefinition definition() {
        return definition.get();
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return header.headers();
    }

    byte[] body() {
        return body;
    }

    void write(Response response) throws IOException {
        response.setStatus(status);
        header.addTo(response);
        if (status != HttpStatus.NOT_MODIFIED_304) { // RFC 9110, section 8.6
            response.setLongContentLength(body.length);
        }
        response.getHttpOutput().sendContent(ByteBuffer.wrap(body));
    }
}
