package dev.treaty.provider.verification;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import java.util.function.Function;

/** Compares what an embedded service really sent. */
record Outbox(Function<ContractInteraction, SentMessage> sent) implements Messages {

    @Override
    public Comparison ask(ContractInteraction asked, AsynchronousMessage expected) {
        var message = sent.apply(asked);
        var contents = OptionalBody.body(message.contents(), new ContentType(message.contentType()));
        return Comparison.of(Differences.of(expected, contents, message.metadata()));
    }
}
