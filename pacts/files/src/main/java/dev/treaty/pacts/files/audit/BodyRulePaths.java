package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.model.InvalidPathExpression;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Finds rules for members that the example of a JSON body does not have, which are never applied. */
final class BodyRulePaths {

    private final JsonValue body;

    /** @param body as JSON; of text, nothing is known */
    BodyRulePaths(JsonValue body) {
        this.body = body;
    }

    /** Whether a path leads to nothing in the body, nor could in a list with more elements or an object with other names. */
    boolean isDead(String path) {
        if (!(body instanceof JsonValue.Object) && !(body instanceof JsonValue.Array)) {
            return false;
        }
        try {
            var tokens = PathExpressionsKt.parsePath(path);
            return tokens.size() > 1
                    && tokens.get(0) instanceof PathToken.Root
                    && isDead(tokens.subList(1, tokens.size()));
        } catch (InvalidPathExpression e) {
            return false; // told elsewhere
        }
    }

    private boolean isDead(List<PathToken> tokens) {
        var places = List.of(body);
        for (var token : tokens) {
            if (!(token instanceof PathToken.Field field)) {
                places = children(places);
                if (places.isEmpty()) {
                    return false; // an empty list, or an index beyond the example
                }
                continue;
            }
            var next = new ArrayList<JsonValue>();
            for (var place : places) {
                if (!(place instanceof JsonValue.Object object)) {
                    return false; // pact-jvm may see more than is said here, e.g. JSON in text
                }
                if (object.has(field.getName())) {
                    next.add(object.get(field.getName()));
                }
            }
            if (next.isEmpty()) {
                return true;
            }
            places = next;
        }
        return false;
    }

    private static List<JsonValue> children(List<JsonValue> places) {
        var children = new ArrayList<JsonValue>();
        for (var place : places) {
            if (place instanceof JsonValue.Object object) {
                children.addAll(object.getEntries().values());
            } else if (place instanceof JsonValue.Array array) {
                children.addAll(array.getValues());
            }
        }
        return children;
    }
}
