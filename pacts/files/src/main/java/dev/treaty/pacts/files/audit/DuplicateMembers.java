package dev.treaty.pacts.files.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.UnreadablePactFile;
import dev.treaty.pacts.files.UnreadablePactFile.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Finds objects that have the same member twice, as after a bad merge: only the last one is read. RFC 8259, section 4, calls the result
 * unpredictable.
 */
final class DuplicateMembers {

    private final Path path;
    private final JsonParser parser;
    private final List<ErrorMessage> found = new ArrayList<>();

    private DuplicateMembers(Path path, JsonParser parser) {
        this.path = path;
        this.parser = parser;
    }

    /** One finding for each member that is not read, with its position. */
    static List<ErrorMessage> in(Path path, JsonParser parser) throws IOException {
        var search = new DuplicateMembers(path, parser);
        while (parser.nextToken() != null) {
            search.value();
        }
        return search.found;
    }

    private void value() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            object();
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value();
            }
        }
    }

    private void object() throws IOException {
        var names = new HashSet<String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (!names.add(name)) {
                found.add(finding(name, Position.of(parser.currentTokenLocation())));
            }
            parser.nextToken();
            value();
        }
    }

    private ErrorMessage finding(String name, Position position) {
        return new ErrorMessage(
                "An object has the member \"%s\" twice, and only the last one is read.".formatted(name),
                UnreadablePactFile.where(path, position),
                "remove one of the two; perhaps they are left from a merge");
    }
}
