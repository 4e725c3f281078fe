package dev.treaty.stubs.export.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.OptionalBody;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The parts of a multipart body: each must be present, with its headers and its content. */
final class MultipartBody {

    private static final Pattern BOUNDARY = Pattern.compile("(?i).*;\\s*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i).*;\\s*name=\"?([^\";]+)\"?.*");

    private final MatchingContext context;
    private final MappingDraft draft;
    private final PartContents contents;

    /** Translates what is in a part. */
    interface PartContents {

        /**
         * One part.
         *
         * @param patterns takes WireMock's body patterns
         */
        void translate(String place, IHttpPart part, MatchingContext context, Consumer<ObjectNode> patterns);
    }

    MultipartBody(MatchingContext context, MappingDraft draft, PartContents contents) {
        this.context = context;
        this.draft = draft;
        this.contents = contents;
    }

    /**     * One part.
     *
     * @param headers in their order
     * @param body one character for each byte
     */
    private record Part(Map<String, String> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }

        /** Its name in rules: the name of its form field, or its number. */
        String key(int number) {
            var name = NAME.matcher(header("Content-Disposition"));
            return name.matches() ? name.group(1) : String.valueOf(number);
        }
    }

    void translate(IHttpPart expected) {
        var number = 0;
        for (var part : parts(expected)) {
            var key = part.key(number);
            var pattern = draft.request().withArray("multipartPatterns").addObject();
            pattern.put("matchingType", "ANY");
            var headers = pattern.putObject("headers");
            part.headers().forEach((name, value) -> {
                if (!name.equalsIgnoreCase("Content-Type")) {
                    headers.set(name, new Equal(value).json());
                }
            });
            var body = pattern.putArray("bodyPatterns");
            contents.translate("part " + key, asHttpPart(part), context.extractPath("$." + key), body::add);
            number++;
        }
        draft.rule("body", "these parts", "multipartPatterns", EnumSet.of(Deviation.MULTIPART_PARTS));
    }

    private static IHttpPart asHttpPart(Part part) {
        var type = part.header("Content-Type").isEmpty() ? "text/plain" : part.header("Content-Type");
        return new HttpRequest(
                "POST",
                "/",
                Map.of(),
                Map.of("Content-Type", List.of(type)),
                OptionalBody.body(part.body().getBytes(ISO_8859_1), new ContentType(type)));
    }

    private static List<Part> parts(IHttpPart expected) {
        var type = BOUNDARY.matcher(expected.getBody().getContentType().toString());
        if (!type.matches()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        var text = "\r\n" + new String(expected.getBody().unwrap(), ISO_8859_1);
        for (var part : text.split(Pattern.quote("\r\n--" + type.group(1)), -1)) {
            if (part.startsWith("\r\n")) {
                parts.add(part(part.substring(2)));
            }
        }
        return parts;
    }

    private static Part part(String text) {
        var end = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
        var headers = new LinkedHashMap<String, String>();
        text.substring(0, Math.max(0, end)).lines().forEach(line -> {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(0, colon)).strip(),
                    line.substring(colon + 1).strip());
        });
        return new Part(headers, text.substring(end == 0 ? 2 : Math.max(0, end) + 4));
    }
}
