package dev.treaty.pacts.conformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IHttpPart;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;

/** A request or a response of a contract: its headers, and its body as a tree. */
final class HttpPart {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IHttpPart part;

    HttpPart(IHttpPart part) {
        this.part = part;
    }

    /** The values of a header, ignoring case; empty if it has none. */
    List<String> header(String name) {
        return part.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> List.copyOf(header.getValue()))
                .findFirst()
                .orElse(List.of());
    }

    boolean hasBody() {
        return text().isPresent();
    }

    private Optional<String> text() {
        return Optional.ofNullable(part.getBody().getValue())
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> new String(bytes, UTF_8));
    }

    /** The media type of the body, as the header says, or as pact-jvm guesses it. */
    String contentType() {
        return header("Content-Type").stream()
                .findFirst()
                .orElseGet(() -> String.valueOf(part.getBody().getContentType()));
    }

    boolean isForm() {
        return contentType().contains("x-www-form-urlencoded");
    }

    /** The body of a form, or of JSON; missing if it is neither. */
    JsonNode body() {
        var text = text().orElse("");
        if (isForm()) {
            return FormFields.of(text);
        }
        try {
            return contentType().contains("json") ? JSON.readTree(text) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
