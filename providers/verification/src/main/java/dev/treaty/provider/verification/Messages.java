package dev.treaty.provider.verification;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;

/** How the message of an interaction is got at, after its states were brought about. */
interface Messages {

    Comparison ask(ContractInteraction asked, AsynchronousMessage expected);
}
