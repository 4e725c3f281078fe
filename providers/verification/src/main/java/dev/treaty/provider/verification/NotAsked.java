package dev.treaty.provider.verification;

/** Something went wrong before there was an answer to compare, e.g. a provider that cannot be reached. */
public final class NotAsked extends AssertionError {

    NotAsked(ContractInteraction interaction, Throwable cause) {
        super(
                Secrets.hiddenIn(
                        """
                %s was not held to its contract with %s: %s
                  where: %s
                  fix:   see the cause below""".formatted(interaction.provider(), interaction.consumer(), cause, interaction.place())),
                cause);
    }
}
