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

/** The answer of a mapping: status, headers and the very bytes of the body; a template only where something is generated. */
public final class ResponseMapping {

    /** How the bytes are framed is up to the listener; a contract's word on it could contradict the bytes. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private final IResponse response;
    private final boolean toHead;
    private final ResponseTemplates generated;

    public ResponseMapping(IResponse response, String method, MappingDraft draft) {
        this.response = response;
        toHead = method.equalsIgnoreCase("HEAD");
        generated = ResponseTemplates.of(response, draft);
    }

    public ObjectNode json() {
        var answer = instance.objectNode().put("status", response.getStatus());
        var headers = instance.objectNode();
        response.getHeaders().forEach((name, values) -> header(headers, name, values));
        if (!headers.isEmpty()) {
            answer.set("headers", headers);
        }
        if (mayHaveBody() && response.getBody().isPresent()) {
            body(answer);
        }
        if (generated.isTemplate()) {
            answer.putArray("transformers").add("response-template");
        }
        return answer;
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

    private void body(ObjectNode answer) {
        var bytes = response.getBody().unwrap();
        var text = text(bytes);
        if (text.isPresent()) {
            answer.put("body", generated.body(text.get()));
        } else {
            answer.put("base64Body", Base64.getEncoder().encodeToString(bytes));
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
