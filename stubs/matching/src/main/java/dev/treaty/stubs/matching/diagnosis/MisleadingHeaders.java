package dev.treaty.stubs.matching.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.generators.Category;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds responses whose headers say something about the body that is not so: its length, or how it is encoded. */
public final class MisleadingHeaders {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Other characters do not occur in text. */
    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

    /** What leaves a body as it is (RFC 9110, section 8.4.1; "identity" is from RFC 2616). */
    private static final Set<String> NO_CODING = Set.of("identity", "");

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpInteraction interaction;
    private final IResponse example;
    private final byte[] body;

    private MisleadingHeaders(HttpInteraction interaction) {
        this.interaction = interaction;
        this.example = interaction.example();
        this.body = example.getBody().isPresent() ? example.getBody().unwrap() : new byte[0];
    }

    /** Three lines for each. */
    public static List<ErrorMessage> in(PactFile file) {
        return ContractSnapshot.of(List.of(file), StateFilter.ALL)
                .interactions()
                .filter(HttpInteraction.class::isInstance)
                .map(HttpInteraction.class::cast)
                .flatMap(interaction -> new MisleadingHeaders(interaction).find())
                .toList();
    }

    private Stream<ErrorMessage> find() {
        return Stream.concat(
                values("Content-Length").flatMap(this::length),
                values("Content-Encoding").flatMap(this::encoding));
    }

    private Stream<String> values(String header) {
        return example.getHeaders().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(header))
                .map(Map.Entry::getValue)
                .flatMap(List::stream);
    }

    private Stream<ErrorMessage> length(String value) {
        if (!NUMBER.matcher(value.strip()).matches()) {
            return Stream.of(message(
                    "has the Content-Length \"%s\", which is not a number of bytes".formatted(value),
                    "remove the header; the server states the length of the body"));
        }
        var isAboutBody = example.getStatus() != NOT_MODIFIED && !isForHead() && !isGenerated() && !hasRule();
        return !isAboutBody || isLength(value.strip())
                ? Stream.empty()
                : Stream.of(message(
                        "has the Content-Length %s, and its body has %s, so that is not sent"
                                .formatted(value.strip(), Quantity.of(sentLength(), "byte")),
                        "remove the header; the server states the length of the body"));
    }

    private boolean isLength(String value) {
        return example.getStatus() != NO_CONTENT
                && value.replaceFirst("^0+(?=.)", "").equals(String.valueOf(sentLength()));
    }

    private int sentLength() {
        return example.getStatus() == NO_CONTENT ? 0 : body.length;
    }

    /** Then it may state the length that a response to GET would have (RFC 9110, section 8.6). */
    private boolean isForHead() {
        return interaction.expected().getMethod().equalsIgnoreCase("HEAD");
    }

    private boolean isGenerated() {
        return !example.getGenerators()
                .getCategories()
                .getOrDefault(Category.BODY, Map.of())
                .isEmpty();
    }

    /** Then the contract itself says that the length varies. */
    private boolean hasRule() {
        return example.getMatchingRules().rulesForCategory("header").getMatchingRules().keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("content-length"));
    }

    private Stream<ErrorMessage> encoding(String value) {
        return NO_CODING.contains(value.strip().toLowerCase(Locale.ROOT)) || body.length == 0 || !isText()
                ? Stream.empty()
                : Stream.of(message(
                        "has the Content-Encoding %s and a body that is not encoded, so that clients cannot read it"
                                .formatted(value.strip()),
                        "remove the header, or write the encoded bytes in Base64, with \"encoded\": \"base64\" (V4)"));
    }

    /** What is compressed never is. */
    private boolean isText() {
        try {
            return !BINARY.matcher(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)))
                    .find();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private ErrorMessage message(String what, String fix) {
        return new ErrorMessage(
                "\"%s\" %s.".formatted(interaction.origin().description(), what),
                "$.response.headers in "
                        + PathText.of(interaction.origin().file().path()),
                fix);
    }
}
