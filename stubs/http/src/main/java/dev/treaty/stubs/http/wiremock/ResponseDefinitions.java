package dev.treaty.stubs.http.wiremock;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;

/** Responses as WireMock describes them, for its admin API. */
final class ResponseDefinitions {

    private ResponseDefinitions() {}

    static ResponseDefinition of(int status, Map<String, List<String>> headers, byte[] body) {
        var definition = responseDefinition().withStatus(status).withHeaders(headers(headers));
        return (body.length == 0 ? definition : withBody(definition, body)).build();
    }

    static HttpHeaders headers(Map<String, List<String>> headers) {
        return new HttpHeaders(headers.entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList());
    }

    /** Text stays text, so that the admin API shows it. */
    private static ResponseDefinitionBuilder withBody(ResponseDefinitionBuilder definition, byte[] body) {
        try {
            return definition.withBody(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return definition.withBody(body);
        }
    }
}
