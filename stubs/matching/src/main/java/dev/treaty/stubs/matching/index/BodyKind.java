package dev.treaty.stubs.matching.index;

import au.com.dius.pact.core.matchers.FormPostContentMatcher;
import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.PlainTextContentMatcher;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.stubs.matching.bodies.FormFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How pact-jvm compares a body, which it decides by the media type. */
enum BodyKind {
    FORM,
    JSON,
    TEXT,
    OTHER;

    /** As {@code Matching.matchBody} finds it. */
    static BodyKind of(ContentType type) {
        var matcher = MatchingConfig.lookupContentMatcher(type.getBaseType());
        if (matcher == null) {
            matcher = MatchingConfig.lookupContentMatcher(String.valueOf(type.getSupertype()));
        }
        if (matcher instanceof FormPostContentMatcher) {
            return FORM;
        }
        if (matcher instanceof JsonContentMatcher) {
            return JSON;
        }
        return matcher instanceof PlainTextContentMatcher ? TEXT : OTHER;
    }

    /** The name of the media type; empty for a body without one. */
    static String nameOf(ContentType type) {
        return type.getBaseType() == null ? "" : type.getBaseType();
    }

    /**
     * The fields of a form, or of a JSON object, read as pact-jvm reads them.
     *
     * @return the values by name, equal exactly when pact-jvm considers them equal; a value is empty if pact-jvm does not compare it by
     *     equality. Empty if the body has no fields
     */
    Optional<Map<String, Optional<Object>>> fields(OptionalBody body) {
        try {
            return switch (this) {
                case FORM -> Optional.of(formFields(body));
                case JSON -> jsonFields(body);
                case TEXT, OTHER -> Optional.empty();
            };
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty(); // of many types; pact-jvm fails on such a body, too
        }
    }

    private static Map<String, Optional<Object>> formFields(OptionalBody form) {
        var fields = new HashMap<String, Optional<Object>>();
        FormFields.of(form.valueAsString(), form.getContentType().asCharset())
                .forEach((name, values) -> fields.put(name, Optional.of(values)));
        return fields;
    }

    private static Optional<Map<String, Optional<Object>>> jsonFields(OptionalBody json) {
        if (!(JsonParser.parseString(json.valueAsString()) instanceof JsonValue.Object object)) {
            return Optional.empty();
        }
        var fields = new HashMap<String, Optional<Object>>();
        object.getEntries().forEach((name, value) -> fields.put(name, scalar(value)));
        return Optional.of(fields);
    }

    /** 1 and 1.0 are different to pact-jvm, but 1.0 and 1.00 are equal. */
    private static Optional<Object> scalar(JsonValue value) {
        if (value instanceof JsonValue.StringValue text) {
            return Optional.of(text.toString());
        }
        if (value instanceof JsonValue.Integer number) {
            return Optional.of(number.toBigInteger());
        }
        if (value instanceof JsonValue.Decimal number) {
            return Optional.of(number.toBigDecimal().stripTrailingZeros());
        }
        return value instanceof JsonValue.Object || value instanceof JsonValue.Array
                ? Optional.empty()
                : Optional.of(value); // true, false and null are singletons
    }
}
