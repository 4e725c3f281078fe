package dev.treaty.provider.environmentcloner.anonymise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/** Reads JSON documents token by token, with the path of each: {@code guest.email}; the elements of a list have the path of the list. */
final class JsonStrings {

    /** A document of a database is as long as it is, and so are its numbers. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(10_000)
                    .build())
            .build();

    private JsonStrings() {}

    /** Takes a token, where the parser is, and its path. */
    @FunctionalInterface
    interface TokenReader {
        void read(JsonToken token, JsonParser parser, String path) throws IOException;
    }

    /** Each token of a document. PostgreSQL holds no document that cannot be read. */
    static void tokens(String document, TokenReader reader) {
        try (var parser = JSON.createParser(document)) {
            var path = new Path();
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                path.follow(token, parser);
                reader.read(token, parser, path.member);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each string of a document, with its path. */
    static void strings(String document, BiConsumer<String, String> reader) {
        tokens(document, (token, parser, path) -> {
            if (token == JsonToken.VALUE_STRING) {
                reader.accept(path, parser.getText());
            }
        });
    }

    /** The names of the members around the current token, joined by dots. */
    private static final class Path {

        private final Deque<String> outer = new ArrayDeque<>();
        private String member = "";

        void follow(JsonToken token, JsonParser parser) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                outer.push(member);
            } else if (token == JsonToken.END_OBJECT) {
                member = outer.pop();
            } else if (token == JsonToken.FIELD_NAME) {
                var parent = outer.element();
                member = parent.isEmpty() ? parser.currentName() : parent + "." + parser.currentName();
            }
        }
    }
}
