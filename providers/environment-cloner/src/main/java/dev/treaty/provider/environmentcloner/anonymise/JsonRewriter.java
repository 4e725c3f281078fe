package dev.treaty.provider.environmentcloner.anonymise;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Rewrites the strings of JSON documents: by their path, and e-mail addresses wherever they are. */
final class JsonRewriter {

    private final Map<String, ValueRule> members;
    private final ValueRewriter values;

    JsonRewriter(Map<String, ValueRule> members, ValueRewriter values) {
        this.members = members;
        this.values = values;
    }

    /** The document with its numbers as they are written. */
    String rewrite(String document) {
        var rewritten = new StringWriter(document.length() + document.length() / 4);
        try (var generator = JsonStrings.JSON.createGenerator(rewritten)) {
            JsonStrings.tokens(document, (token, parser, path) -> {
                if (token == JsonToken.VALUE_STRING) {
                    generator.writeString(rewritten(path, parser.getText()));
                } else if (token.isNumeric()) {
                    generator.writeNumber(parser.getText());
                } else {
                    generator.copyCurrentEvent(parser);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rewritten.toString();
    }

    private String rewritten(String path, String value) {
        var rule = members.get(path);
        return rule == null ? values.sweep(value) : values.rewrite(rule, value);
    }
}
