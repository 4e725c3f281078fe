package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import java.util.function.Function;

/** The messages that an embedded service sent, or has in its outbox. */
public record OutboxMessages(Function<ContractInteraction, SentMessage> sent) implements MessageSource {

    @Override
    public ComparisonResult verify(ContractInteraction interaction, AsynchronousMessage expected) {
        var message = sent.apply(interaction);
        var contents = OptionalBody.body(message.contents(), new ContentType(message.contentType()));
        return ComparisonResult.of(ContractComparison.of(expected, contents, message.metadata()));
    }
}
