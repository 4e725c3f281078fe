package dev.treaty.pacts.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.treaty.pacts.files.UnreadablePactFile.Position;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Says in plain words, and with the position, why Jackson cannot read a pact file. */
final class BrokenJson {

    /** How Jackson's messages on its limits begin, the name of the limit, and what to say instead. */
    private static final Map<String, String[]> LIMITS = Map.of(
            "Document nesting", new String[] {"nesting", "it has more than %,d objects and lists inside each other"},
            "Number value", new String[] {"number", "a number has more than %,d digits"},
            "Name", new String[] {"name", "a key has more than %,d characters"},
            "String value", new String[] {"text", "a string has more than %,d characters"});

    /** Where an object or list begins that does not end; the rest of it is about how Jackson was set up. */
    private static final Pattern SECOND_POSITION = Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]");

    private BrokenJson() {}

    /** @param parser where reading failed, because Jackson's errors about limits have no position */
    static UnreadablePactFile in(Path path, JsonParser parser, JsonProcessingException error, PactFileLimits limits) {
        var position = Position.of(error.getLocation() == null ? parser.currentLocation() : error.getLocation());
        var message = String.valueOf(error.getOriginalMessage());
        if (error instanceof StreamConstraintsException) {
            for (var limit : LIMITS.entrySet()) {
                if (message.startsWith(limit.getKey())) {
                    var name = limit.getValue()[0];
                    var value = limits.byName().get(name);
                    return UnreadablePactFile.beyondLimit(path, position, limit.getValue()[1].formatted(value), name);
                }
            }
        }
        return UnreadablePactFile.broken(
                path,
                position,
                SECOND_POSITION
                        .matcher(message)
                        .replaceAll("line $1, column $2")
                        .lines()
                        .findFirst()
                        .orElse("it is not JSON"));
    }
}
