package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.charset.Charset;
import java.util.stream.Stream;

/** Texts with a rule, in a header instead of in the body, because pact-jvm applies most rules for a body to its bytes. */
final class RespelledTexts {

    private static final String HEADER = "X-Text-Of-Body";

    private RespelledTexts() {}

    /** The same contract with its texts in a header. */
    static String in(String pact) {
        try {
            var json = new ObjectMapper().readTree(pact);
            for (var interaction : json.path("interactions")) {
                if (interaction.path("request") instanceof ObjectNode request) {
                    respell(request);
                }
            }
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(pact, e);
        }
    }

    private static void respell(ObjectNode request) {
        var rules = request.path("matchingRules");
        var ofOldForm = rules.path("$.body");
        var ofNewForm = rules.path("body").path("$");
        var text = request.path("body").isTextual()
                ? request.path("body")
                : request.path("body").path("content");
        if (!text.isTextual() || (ofOldForm.isMissingNode() && ofNewForm.isMissingNode())) {
            return;
        }
        request.withObject("/headers").putArray(HEADER).add(onOneLine(text.textValue()));
        request.remove("body");
        if (ofNewForm.isMissingNode()) {
            move((ObjectNode) rules, ofOldForm);
        } else {
            ((ObjectNode) rules.path("body")).remove("$");
            ((ObjectNode) rules).withObject("/header").set(HEADER, ofNewForm);
        }
    }

    private static void move(ObjectNode rules, JsonNode rule) {
        rules.remove("$.body");
        rules.set("$.headers." + HEADER, rule);
    }

    /** The same request with its text in a header, unless it is in chunks. */
    static Request in(Request request) {
        if (HeaderMutations.isChunked(request)) {
            return request;
        }
        var text = new String(request.body().getBytes(ISO_8859_1), charset(request));
        return request.withBody("")
                .withHeaders(Stream.concat(request.headers().stream(), Stream.of(HEADER + ": " + onOneLine(text)))
                        .toList());
    }

    private static Charset charset(Request request) {
        return Stream.of(ISO_8859_1, UTF_16)
                .filter(charset -> request.headers().stream().anyMatch(header -> header.contains(charset.name())))
                .findFirst()
                .orElse(UTF_8);
    }

    /** A header has no line breaks; of all signs that it can have, this one is to a regex what they are. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\r\n]", "\u0085");
    }
}
