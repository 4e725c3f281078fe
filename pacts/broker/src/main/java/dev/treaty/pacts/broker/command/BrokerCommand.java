package dev.treaty.pacts.broker.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.command.TreatyCommand;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command that talks to a broker. */
abstract class BrokerCommand extends TreatyCommand {

    private final Map<String, String> environment;

    @Mixin
    private BrokerOptions options = new BrokerOptions();

    BrokerCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The broker that the command line or the environment names. */
    final PactBroker broker() {
        return options.broker(environment, err());
    }

    @Override
    protected Optional<String> insteadOf(String option) {
        return ForeignOptions.insteadOf(option);
    }

    final Map<String, String> environment() {
        return environment;
    }

    /** The value of a variable; empty if it is missing or blank. */
    final Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    final void print(JsonNode json) {
        out().println(json.toPrettyString());
    }
}
