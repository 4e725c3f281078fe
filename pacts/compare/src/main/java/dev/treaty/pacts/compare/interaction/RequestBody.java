package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser.Feature;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.files.PactJson;
import java.io.IOException;
import java.util.Optional;

/** What the body of a request says. */
final class RequestBody {

    private static final JsonFactory JSON = PactFileLimits.DEFAULT.json().enable(Feature.STRICT_DUPLICATE_DETECTION);

    private RequestBody() {}

    /**
     * Something that is equal for bodies that say the same: the order of members and white space mean nothing in JSON (RFC 8259, sections 2 and 4), and
     * tools write them differently. Other bodies say the same if their bytes are the same; so does JSON that is not well-formed or names a member twice.
     */
    static Object meaning(OptionalBody body, ContentType type) {
        return body.isPresent() && type.isJson()
                ? json(body.valueAsString()).<Object>map(json -> json).orElse(body)
                : body;
    }

    private static Optional<JsonValue> json(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            var json = PactJson.read(parser);
            return parser.nextToken() == null ? Optional.of(json) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
