package dev.treaty.stubs.http.response;

import au.com.dius.pact.core.model.IResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.stubs.matching.interaction.Message;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The responses of contracts, over HTTP. */
public final class Responses {

    /** The metadata of a message as JSON in Base64, which is how Pact's verifiers read it. */
    static final String METADATA = "Pact-Message-Metadata";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the bytes are framed is the server's business, whatever the contract says. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private Responses() {}

    /**
     * A contract's response.
     *
     * @param method of the request
     */
    public static StubResponse of(IResponse response, String method) {
        return new StubResponse(response.getStatus(), headers(response, method), body(response));
    }

    /** A message. */
    public static StubResponse of(Message message) {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("Content-Type", List.of(message.contentType()));
        headers.put(METADATA, List.of(base64(message)));
        return new StubResponse(200, headers, message.contents());
    }

    /** A response to HEAD may state the length of a body that it does not have (RFC 9110, section 8.6). */
    static boolean mayStateLength(String method) {
        return method.equalsIgnoreCase("HEAD");
    }

    private static Map<String, List<String>> headers(IResponse response, String method) {
        return mayStateLength(method) ? response.getHeaders() : withoutFraming(response.getHeaders());
    }

    static Map<String, List<String>> withoutFraming(Map<String, List<String>> headers) {
        var others = new LinkedHashMap<>(headers);
        others.keySet().removeIf(name -> FRAMING.contains(name.toLowerCase(Locale.ROOT)));
        return others;
    }

    static byte[] body(IResponse response) {
        return mayHaveBody(response.getStatus()) && response.getBody().isPresent()
                ? response.getBody().unwrap()
                : new byte[0];
    }

    /** RFC 9110, section 6.4.1. */
    private static boolean mayHaveBody(int status) {
        return status >= 200 && status != 204 && status != 304;
    }

    private static String base64(Message message) {
        try {
            return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(message.metadata()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The metadata of \"" + message.description() + "\" is not JSON", e);
        }
    }
}
