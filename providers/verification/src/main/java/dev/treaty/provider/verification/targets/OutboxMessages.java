package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import java.util.function.Function;

/** Compares what an embedded service really sent. */
public record OutboxMessages(Function<ContractInteraction, SentMessage> sent) implements MessageSource {

    @Override
    public ComparisonResult ask(ContractInteraction asked, AsynchronousMessage expected) {
        var message = sent.apply(asked);
        var contents = OptionalBody.body(message.contents(), new ContentType(message.contentType()));
        return ComparisonResult.of(ContractComparison.of(expected, contents, message.metadata()));
    }
}
