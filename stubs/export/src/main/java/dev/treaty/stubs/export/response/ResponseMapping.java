package dev.treaty.stubs.export.response;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.MappingDraft;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The response of a mapping: status, headers and the exact bytes of the body; a template only where something is generated. */
public final class ResponseMapping {

    /** The server frames the bytes; a framing header from the contract could contradict them. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private final IResponse response;
    private final boolean toHead;
    private final ResponseTemplates generated;

    public ResponseMapping(IResponse response, String method, MappingDraft draft) {
        this.response = response;
        toHead = method.equalsIgnoreCase("HEAD");
        generated = ResponseTemplates.of(response, draft);
    }

    /** The response as WireMock writes it in a mapping. */
    public ObjectNode json() {
        var mapping = instance.objectNode().put("status", response.getStatus());
        var headers = instance.objectNode();
        response.getHeaders().forEach((name, values) -> header(headers, name, values));
        if (!headers.isEmpty()) {
            mapping.set("headers", headers);
        }
        if (mayHaveBody() && response.getBody().isPresent()) {
            body(mapping);
        }
        if (generated.isTemplate()) {
            mapping.putArray("transformers").add("response-template");
        }
        return mapping;
    }

    private void header(ObjectNode headers, String name, List<String> values) {
        if (!toHead && FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        var shown = values.stream().map(value -> generated.header(name, value)).toList();
        if (shown.size() == 1) {
            headers.put(name, shown.get(0));
        } else {
            shown.forEach(headers.putArray(name)::add);
        }
    }

    /** RFC 9110, section 6.4.1. */
    private boolean mayHaveBody() {
        return response.getStatus() >= 200 && response.getStatus() != 204 && response.getStatus() != 304;
    }

    private void body(ObjectNode mapping) {
        var bytes = response.getBody().unwrap();
        var text = text(bytes);
        if (text.isPresent()) {
            mapping.put("body", generated.body(text.get()));
        } else {
            mapping.put("base64Body", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
