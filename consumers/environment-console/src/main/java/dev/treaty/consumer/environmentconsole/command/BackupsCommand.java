package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.display.TextTable;
import dev.treaty.consumer.environmentconsole.display.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the backups of an environment. */
@Command(
        name = "backups",
        description = "Lists what an environment was before it was cloned into, the newest first.",
        sortOptions = false)
final class BackupsCommand extends ConsoleCommand {

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its id.")
    private String environment = "";

    BackupsCommand() {}

    @Override
    public Integer call() {
        var table = new TextTable("BACKUP", "TAKEN", "SIZE", "KIND", "STATE", "EXPIRES");
        for (var backup : cloner().backups().of(environment)) {
            table.add(
                    backup.id(),
                    Words.time(backup.takenAt()),
                    Words.bytes(backup.size()),
                    Words.word(backup.kind()),
                    Words.word(backup.state()),
                    backup.expiresAt().map(Words::time).orElse("-"));
        }
        print(table);
        return ExitCode.DONE;
    }
}
