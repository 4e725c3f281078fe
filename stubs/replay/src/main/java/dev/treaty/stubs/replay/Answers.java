package dev.treaty.stubs.replay;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What pact-jvm generated, in the words of WireMock: the same status, header fields and bytes, and nothing else. */
final class Answers {

    /** On the answer to a message that was asked for; its value is JSON in Base64. */
    static final String METADATA = "Pact-Message-Metadata";

    /** How the bytes are framed is up to the listener; a contract's word on it could contradict the bytes. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private Answers() {}

    /**
     * An answer over HTTP.
     *
     * @param method of the request
     */
    static ResponseDefinitionBuilder of(IResponse response, String method) {
        var answer = responseDefinition().withStatus(response.getStatus());
        answer.withHeaders(headers(response.getHeaders(), mayStateLength(method)));
        return hasBody(response) ? withBody(answer, response.getBody().unwrap()) : answer;
    }

    /** What an answer has of a response's header fields: all but how the bytes are framed. */
    static HttpHeaders headers(Map<String, List<String>> headers) {
        return headers(headers, false);
    }

    private static HttpHeaders headers(Map<String, List<String>> headers, boolean withFraming) {
        return new HttpHeaders(headers.entrySet().stream()
                .filter(header ->
                        withFraming || !FRAMING.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList());
    }

    /** What an answer has of a response's body. */
    static byte[] body(IResponse response) {
        return hasBody(response) ? response.getBody().unwrap() : new byte[0];
    }

    private static boolean hasBody(IResponse response) {
        return mayHaveBody(response.getStatus()) && response.getBody().isPresent();
    }

    static ResponseDefinitionBuilder of(Message message) {
        var answer = responseDefinition()
                .withStatus(200)
                .withHeader("Content-Type", message.contentType())
                .withHeader(METADATA, base64(message));
        return withBody(answer, message.contents());
    }

    /** Whether the answer may state the length of a body that it does not have (RFC 9110, section 8.6). */
    static boolean mayStateLength(String method) {
        return method.equalsIgnoreCase("HEAD");
    }

    /** RFC 9110, section 6.4.1. */
    private static boolean mayHaveBody(int status) {
        return status >= 200 && status != 204 && status != 304;
    }

    /** Text stays text, so that the admin API shows it. */
    private static ResponseDefinitionBuilder withBody(ResponseDefinitionBuilder answer, byte[] body) {
        try {
            return answer.withBody(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return answer.withBody(body);
        }
    }

    private static String base64(Message message) {
        try {
            return Base64.getEncoder().encodeToString(new ObjectMapper().writeValueAsBytes(message.metadata()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The metadata of \"" + message.description() + "\" are no JSON", e);
        }
    }
}
