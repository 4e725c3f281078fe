package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.display.TextTable;
import dev.treaty.consumer.environmentconsole.display.Words;
import dev.treaty.consumer.environmentconsole.environments.Environment;
import picocli.CommandLine.Command;

/** Lists the environments. */
@Command(
        name = "environments",
        description = "Lists the environments: what each may be used for, its state, and where its data comes from.",
        sortOptions = false)
final class EnvironmentsCommand extends ConsoleCommand {

    EnvironmentsCommand() {}

    @Override
    public Integer call() {
        var table = new TextTable("ENVIRONMENT", "NAME", "KIND", "SOURCE", "TARGET", "STATE", "SCHEMA", "CLONED FROM");
        for (var environment : cloner().environments().list()) {
            table.add(
                    environment.id(),
                    environment.name(),
                    Words.word(environment.kind()),
                    yesOrNo(environment.canBeSource()),
                    yesOrNo(environment.canBeTarget()),
                    Words.word(environment.state()),
                    environment.schemaVersion().orElse("-"),
                    environment.origin().map(EnvironmentsCommand::words).orElse("-"));
        }
        print(table);
        return ExitCode.DONE;
    }

    private static String words(Environment.Origin origin) {
        return origin.environment() + " at " + Words.time(origin.at());
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
