package dev.treaty.stubs.replay;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message interaction: what the provider sends when it is asked to. */
final class MessageReplay implements Replay {

    /** Below the provider's own paths; no contract may use it for itself. */
    static final String PATH = "/__messages";

    private final Origin origin;
    private final MessageContents contents;

    MessageReplay(Origin origin, MessageContents contents) {
        this.origin = origin;
        this.contents = contents;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public ContractMapping mapping() {
        return Mappings.of(this);
    }

    /** None: a provider may sign its messages. */
    @Override
    public Optional<PreparedAnswer> preparedAnswer() {
        return Optional.empty();
    }

    /** A fresh message, generators applied. */
    Message generate() {
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
