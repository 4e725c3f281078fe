package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.ContentDisposition;
import javax.mail.internet.ContentType;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;

/** Parts of a multipart body for which the contract asks for a type, where pact-jvm wants the bytes of the example. */
final class RespelledParts {

    private static final String LINE_END = "\r\n";

    private static final String PART_ALONE = """
            {"method": "POST", "path": "/", "body": {"content": "%s", "contentType": "application/octet-stream", "encoded": "base64"},
             "matchingRules": {"body": {"$": {"matchers": [{"match": "contentType", "value": "%s"}]}}}}""";

    /**
     * @param headers as the client wrote them
     * @param name that pact-jvm gives it: that of the form's field, or else its number
     * @param contents one character for each byte
     */
    private record Part(String headers, String name, String contents) {

        Part with(String others) {
            return new Part(headers, name, others);
        }
    }

    private RespelledParts() {}

    /** With the example's bytes in each part whose bytes are of the type that the contract asks for. */
    static Stream<Spelling> asInExample(Spelling spelling) {
        if (!spelling.receivedType().startsWith("multipart/")) {
            return Stream.empty();
        }
        try {
            var expected = spelling.expected();
            var type = spelling.received("Content-Type").get(0);
            var examples = parts(
                    expected.getBody().orEmpty(),
                    expected.determineContentType().toString());
            var received = parts(spelling.request().body().getBytes(ISO_8859_1), type).stream()
                    .map(part -> asInExample(part, expected, examples))
                    .toList();
            var boundary = new ContentType(type).getParameter("boundary");
            return Stream.of(spelling.with(spelling.request().withBody(written(received, boundary))));
        } catch (MessagingException | IOException e) {
            return Stream.empty(); // pact-jvm cannot read it either
        }
    }

    private static Part asInExample(Part part, IRequest expected, List<Part> examples) {
        var rule = expected.getMatchingRules()
                .rulesForCategory("body")
                .getMatchingRules()
                .get("$." + part.name());
        var types = rule == null
                ? Stream.<String>empty()
                : rule.getRules().stream()
                        .filter(ContentTypeMatcher.class::isInstance)
                        .map(ContentTypeMatcher.class::cast)
                        .map(ContentTypeMatcher::getContentType);
        return examples.stream()
                .filter(example -> example.name().equals(part.name()))
                .filter(example -> types.anyMatch(type -> isOfType(part, type, example)))
                .findFirst()
                .map(example -> part.with(example.contents()))
                .orElse(part);
    }

    /** Whether pact-jvm says so of a body that is nothing but this part, of which it applies the rule. */
    private static boolean isOfType(Part part, String type, Part example) {
        var contract = PactText.pact(
                "consumer",
                "provider",
                PactText.http(
                        "part",
                        PART_ALONE.formatted(
                                Base64.getEncoder()
                                        .encodeToString(example.contents().getBytes(ISO_8859_1)),
                                type),
                        "{\"status\": 200, \"headers\": {\"%s\": [\"0\"]}}"
                                .formatted(GeneratedInteraction.NUMBER_HEADER)));
        var alone = new Request("POST", "/", List.of("Content-Type: application/octet-stream"), part.contents());
        return ParityCheck.sendTo(contract, Stream.of(alone)).isPresent();
    }

    private static List<Part> parts(byte[] body, String type) throws MessagingException, IOException {
        var multipart = new MimeMultipart(new ByteArrayDataSource(body, type));
        var parts = new ArrayList<Part>();
        for (var i = 0; i < multipart.getCount(); i++) {
            parts.add(part((MimeBodyPart) multipart.getBodyPart(i), i));
        }
        return parts;
    }

    private static Part part(MimeBodyPart part, int number) throws MessagingException, IOException {
        var headers = Collections.list((Enumeration<?>) part.getAllHeaderLines()).stream()
                .map(line -> line + LINE_END)
                .collect(Collectors.joining());
        var disposition = part.getHeader("Content-Disposition");
        var name = disposition == null ? null : new ContentDisposition(disposition[0]).getParameter("name");
        return new Part(
                headers,
                name == null || name.isEmpty() ? String.valueOf(number) : name,
                new String(part.getInputStream().readAllBytes(), ISO_8859_1));
    }

    private static String written(List<Part> parts, String boundary) {
        return parts.stream()
                .map(part -> "--" + boundary + LINE_END + part.headers() + LINE_END + part.contents() + LINE_END)
                .collect(Collectors.joining("", "", "--" + boundary + "--" + LINE_END));
    }
}
