package dev.treaty.stubs.matching.interaction;

import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.v4.MessageContents;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A message interaction: a provider sends the message on its own initiative, the stub server on request. */
public final class MessageInteraction implements ReplayedInteraction {

    private static final AtomicLongFieldUpdater<MessageInteraction> USES =
            AtomicLongFieldUpdater.newUpdater(MessageInteraction.class, "uses");

    private final InteractionOrigin origin;
    private final MessageContents contents;
    private volatile long uses;

    /** @param contents of the message, before generators are applied */
    public MessageInteraction(InteractionOrigin origin, MessageContents contents) {
        this.origin = origin;
        this.contents = contents;
    }

    @Override
    public InteractionOrigin origin() {
        return origin;
    }

    @Override
    public void countUse() {
        USES.getAndIncrement(this);
    }

    @Override
    public long uses() {
        return uses;
    }

    /** The message as the contract has it, before generators are applied. */
    public MessageContents contents() {
        return contents;
    }

    /**
     * A fresh message with generators applied.
     *
     * @throws GeneratorFailure if one of them fails
     */
    public Message generate() {
        var run = new GeneratorRun(origin);
        var metadata = new LinkedHashMap<>(contents.getMetadata()); // concurrent requests share the interaction
        run.metadata(of(Category.METADATA, run), metadata);
        var ofContents = of(Category.CONTENT, run);
        var body = run.body(
                ofContents.isEmpty() ? of(Category.BODY, run) : ofContents,
                contents.getContents(),
                contents.getContentType());
        return new Message(
                origin.description(), body.orEmpty(), contents.getContentType().toString(), plain(metadata));
    }

    private Map<String, Generator> of(Category category, GeneratorRun run) {
        return contents.setupGeneratorsFor(category, run.context());
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> metadata) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        metadata.forEach((name, value) ->
                plain.put(name, value instanceof JsonValue json ? Json.INSTANCE.fromJson(json) : value));
        return plain;
    }
}
