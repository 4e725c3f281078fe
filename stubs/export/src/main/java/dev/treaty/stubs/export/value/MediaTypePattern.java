package dev.treaty.stubs.export.value;

import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Media types, as Pact compares them: in any case, with additional parameters, and the expected parameters in any order. */
public final class MediaTypePattern {

    private MediaTypePattern() {}

    /**     * A header with a media type.
     *
     * @param expected e.g. {@code "application/json; charset=utf-8"}
     * @param inList whether a comma ends it
     */
    public static TextPattern of(String expected, boolean inList) {
        var parts = expected.split(";", -1);
        var value = inList ? "[^;,]" : "[^;]";
        var wanted = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .map(parameter -> parameter.split("=", -1))
                .filter(parameter -> parameter.length > 1)
                .map(parameter -> "(?=(?:.*;)?\\s*%s\\s*=\\s*(?i:%s)\\s*(?:[=;].*)?\\z)"
                        .formatted(Regexes.quote(parameter[0].strip()), Regexes.quote(parameter[1].strip())))
                .collect(Collectors.joining());
        return new Matches("(?i:%s)%s(?:\\s*;[^;=]*=%s*)*".formatted(Regexes.quote(parts[0].strip()), wanted, value));
    }

    /** This media type with any parameters. */
    public static TextPattern anyParameters(String expected) {
        return new Matches("(?i:%s)\\s*(?:;.*)?".formatted(Regexes.quote(expected.split(";", -1)[0].strip())));
    }

    /**
     * What Pact expects of the header when a contract has a body but no such header: the media type of the body. For pact-jvm's
     * mock server, a request without the header contains JSON.
     */
    public static Optional<ObjectNode> ofBody(IRequest expected) {
        var base = expected.asHttpPart().determineContentType().getBaseType();
        if (base == null) {
            return Optional.empty();
        }
        var pattern = anyParameters(base).json();
        if (!base.equals("application/json")) {
            return Optional.of(pattern);
        }
        var or = JsonNodeFactory.instance.objectNode();
        or.putArray("or")
                .add(JsonNodeFactory.instance.objectNode().put("absent", true))
                .add(pattern);
        return Optional.of(or);
    }
}
