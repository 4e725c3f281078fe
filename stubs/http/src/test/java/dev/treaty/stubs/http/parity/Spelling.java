package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way to write an interaction and a request for it.
 *
 * @param contract the text of a contract with this interaction alone
 * @param request neither in chunks nor compressed
 */
record Spelling(String contract, Request request) {

    private static final String CONTENT_TYPE = "Content-Type";

    private static final ObjectMapper JSON = new ObjectMapper();

    Spelling with(Request other) {
        return new Spelling(contract, other);
    }

    /** With another request of the contract, which is changed in place. */
    Spelling with(Consumer<ObjectNode> change) {
        var json = read();
        change.accept((ObjectNode) expectedRequest(json));
        return new Spelling(json.toString(), request);
    }

    private JsonNode read() {
        try {
            return JSON.readTree(contract);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(contract, e);
        }
    }

    private static JsonNode expectedRequest(JsonNode pact) {
        return pact.path("interactions").path(0).path("request");
    }

    /** What pact-jvm reads in the contract. */
    IRequest expected() {
        return ParityCheck.load(contract)
                .getInteractions()
                .get(0)
                .asSynchronousRequestResponse()
                .getRequest();
    }

    boolean hasExpectedType() {
        return expected().getHeaders().keySet().stream().anyMatch(CONTENT_TYPE::equalsIgnoreCase);
    }

    /** Of the contract's body, without parameters; empty if pact-jvm finds none. */
    String expectedType() {
        return baseType(expected().determineContentType());
    }

    /** As the request says it, without parameters; empty if it says none. */
    String receivedType() {
        return statedType().map(Spelling::baseType).orElse("");
    }

    private static String baseType(ContentType type) {
        return Objects.requireNonNullElse(type.getBaseType(), "");
    }

    private Optional<ContentType> statedType() {
        return received(CONTENT_TYPE).stream().findFirst().map(ContentType::new);
    }

    /** The values of each field with this name, in any case. */
    List<String> received(String header) {
        return request.headers().stream()
                .filter(line -> name(line).equalsIgnoreCase(header))
                .map(Spelling::value)
                .toList();
    }

    /** With other fields instead of those with this name. */
    Spelling withReceived(String header, List<String> values) {
        var others = request.headers().stream()
                .filter(line -> !name(line).equalsIgnoreCase(header))
                .toList();
        var fields = values.stream().map(value -> header + ": " + value);
        return with(request.withHeaders(Stream.concat(others.stream(), fields).toList()));
    }

    static String name(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** The body of the request, read as its type says. */
    String receivedText() {
        return new String(request.body().getBytes(ISO_8859_1), charset());
    }

    /** With another text as the body of the request, of which only what is ASCII is changed. */
    Spelling withReceivedText(UnaryOperator<String> change) {
        var charset = charset();
        var isLikeAscii = "=".getBytes(charset).length == 1; // then bytes that are no text may stay as they are
        var body = isLikeAscii
                ? change.apply(request.body())
                : new String(change.apply(receivedText()).getBytes(charset), ISO_8859_1);
        return with(request.withBody(body));
    }

    private Charset charset() {
        try {
            return statedType().orElse(ContentType.getJSON()).asCharset();
        } catch (IllegalArgumentException e) {
            return ISO_8859_1; // Java does not know what the request says, so pact-jvm refuses the body anyway
        }
    }

    /** With another text as the body of the contract, if that is text. */
    Spelling withExpectedText(UnaryOperator<String> change) {
        return with(expected -> {
            var text = expectedText(expected);
            if (text.isTextual()) {
                var isOfV4 = expected.path("body").isObject();
                ((ObjectNode) (isOfV4 ? expected.path("body") : expected))
                        .put(isOfV4 ? "content" : "body", change.apply(text.textValue()));
            }
        });
    }

    private static JsonNode expectedText(JsonNode expected) {
        var body = expected.path("body");
        return body.path("encoded").isTextual()
                ? MissingNode.getInstance()
                : body.isObject() ? body.path("content") : body;
    }
}
