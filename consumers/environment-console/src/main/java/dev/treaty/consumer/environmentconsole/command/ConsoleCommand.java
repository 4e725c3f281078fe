package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.EnvironmentCloner;
import dev.treaty.pacts.command.TreatyCommand;
import picocli.CommandLine.Mixin;

/** A command that calls the environment cloner. */
abstract class ConsoleCommand extends TreatyCommand {

    @Mixin
    private ServerOptions server = new ServerOptions();

    ConsoleCommand() {}

    /** The service that the options name. */
    final EnvironmentCloner cloner() {
        return server.cloner();
    }

    /** Prints a result, which ends with a line break. */
    final void print(Object text) {
        out().print(text);
        out().flush();
    }
}
