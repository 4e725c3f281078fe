package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.contracts.ContractInteraction;

/** How the message of an interaction is got at, after its states were brought about. */
public interface MessageSource {

    ComparisonResult ask(ContractInteraction asked, AsynchronousMessage expected);
}
