package dev.treaty.stubs.matching.interaction;

import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.v4.MessageContents;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message interaction: a provider sends the message on its own initiative, the stub server on request. */
public final class MessageInteraction implements ReplayedInteraction {

    private final InteractionOrigin origin;
    private final MessageContents contents;

    /** @param contents of the message, before generators are applied */
    public MessageInteraction(InteractionOrigin origin, MessageContents contents) {
        this.origin = origin;
        this.contents = contents;
    }

    @Override
    public InteractionOrigin origin() {
        return origin;
    }

    /** A fresh message with generators applied. */
    public Message generate() {
        var context = new HashMap<String, Object>();
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);
        var generated = DefaultResponseGenerator.INSTANCE.generateContents(
                copy(), context, GeneratorTestMode.Consumer, List.of(), Map.of(), false);
        return new Message(
                origin.description(),
                generated.getContents().orEmpty(),
                generated.getContentType().toString(),
                plain(generated.getMetadata()));
    }

    /** pact-jvm generates metadata in place, and concurrent requests share the interaction. */
    private MessageContents copy() {
        return new MessageContents(
                contents.getContents(),
                new LinkedHashMap<>(contents.getMetadata()),
                contents.getMatchingRules(),
                contents.getGenerators(),
                contents.getPartName());
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> metadata) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        metadata.forEach((name, value) ->
                plain.put(name, value instanceof JsonValue json ? Json.INSTANCE.fromJson(json) : value));
        return plain;
    }
}
