package dev.treaty.consumer.recording;

import au.com.dius.pact.consumer.dsl.BodyBuilder;
import au.com.dius.pact.consumer.dsl.FormPostBuilder;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.regex.Pattern;

/**
 * A body of type {@code application/x-www-form-urlencoded} whose keys may have brackets, as Stripe's have
 * ({@code metadata[order_id]}). Pact ignores the order of the fields and rejects fields that are not named here.
 *
 * <p>Exists because pact-jvm's own builder states the wrong charset by default and reads brackets in a matched key as an
 * index.
 */
public final class FormBody implements BodyBuilder {

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final FormPostBuilder fields = new FormPostBuilder(new ContentType("application/x-www-form-urlencoded"));

    private FormBody() {}

    /** Starts a form without fields. */
    public static FormBody form() {
        return new FormBody();
    }

    /** Adds a field that must have exactly this value; with several values, the field is repeated in this order. */
    public FormBody value(String name, String... values) {
        fields.stringValue(name, values);
        return this;
    }

    /**
     * Adds a field whose whole value must match a regular expression.
     *
     * @throws IllegalArgumentException if the example itself does not match
     */
    public FormBody matching(String name, String regex, String example) {
        if (!example.matches(regex)) {
            throw new IllegalArgumentException(
                    "The example \"%s\" of field %s does not match %s".formatted(example, name, regex));
        }
        fields.stringValue(name, example);
        fields.getMatchers().addRule(path(name), new RegexMatcher(regex, example));
        return this;
    }

    private static String path(String name) {
        return PLAIN_KEY.matcher(name).matches() ? "$." + name : "$['" + name + "']";
    }

    @Override
    public MatchingRuleCategory getMatchers() {
        return fields.getMatchers();
    }

    @Override
    public Generators getGenerators() {
        return fields.getGenerators();
    }

    @Override
    public ContentType getContentType() {
        return fields.getContentType();
    }

    @Override
    public byte[] buildBody() {
        return fields.buildBody();
    }
}
