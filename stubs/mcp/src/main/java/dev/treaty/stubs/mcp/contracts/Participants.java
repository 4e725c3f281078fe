package dev.treaty.stubs.mcp.contracts;

import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.stream.Stream;

/** What several tools ask alike: of which participants. */
final class Participants {

    static final Parameter CONSUMER =
            Parameter.optional("consumer", ValueKind.TEXT, "Only contracts of this consumer, e.g. billing.");

    static final Parameter PROVIDER =
            Parameter.optional("provider", ValueKind.TEXT, "Only contracts with this provider, e.g. stripe.");

    private Participants() {}

    /** The interactions of the participants that are asked for. */
    static Stream<ReplayedInteraction> select(WatchedContracts contracts, Arguments arguments) {
        var lookup = contracts.lookup();
        arguments.optional("provider").ifPresent(name -> UnknownParticipant.requireProvider(name, lookup.contracts()));
        arguments.optional("consumer").ifPresent(name -> UnknownParticipant.requireConsumer(name, lookup.contracts()));
        return lookup.all()
                .filter(interaction -> arguments
                        .optional("provider")
                        .filter(name -> !name.equals(interaction.origin().provider()))
                        .isEmpty())
                .filter(interaction -> arguments
                        .optional("consumer")
                        .filter(name -> !name.equals(interaction.origin().consumer()))
                        .isEmpty());
    }
}
