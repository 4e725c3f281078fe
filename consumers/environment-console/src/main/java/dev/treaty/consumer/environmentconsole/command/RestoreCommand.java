package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.backups.Restoration;
import dev.treaty.consumer.environmentconsole.watch.Farewell;
import dev.treaty.consumer.environmentconsole.watch.Pause;
import dev.treaty.consumer.environmentconsole.watch.RestorationWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes an environment what it was before. */
@Command(
        name = "restore",
        description = "Makes an environment what it was when a backup was taken, and waits until it is.",
        sortOptions = false)
final class RestoreCommand extends ConsoleCommand {

    @Parameters(paramLabel = "BACKUP", description = "Its id, as the command backups shows it.")
    private String backup = "";

    RestoreCommand() {}

    @Override
    public Integer call() {
        var backups = cloner().backups();
        var unknown = """

                Nobody knows whether the restoration has started.
                  look:   %s environments""".formatted(Commands.NAME);
        try (var farewell = Farewell.with(unknown, text -> err().println(text))) {
            var started = backups.restore(backup);
            farewell.change("""

                    %s goes on being restored without you.
                      look:   %s backups %s""".formatted(started.environment(), Commands.NAME, started.environment()));
            var over = new RestorationWatch(backups, Pause.SLEEP, err()::println).untilOver(started);
            print(text(over));
            return over.state() == Restoration.State.COMPLETED ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static String text(Restoration restoration) {
        if (restoration.state() == Restoration.State.COMPLETED) {
            return "%s is again what it was in backup %s%n".formatted(restoration.environment(), restoration.backup());
        }
        return "%s could not be restored from backup %s%n  what:  %s%n  fix:   %s%n"
                .formatted(
                        restoration.environment(),
                        restoration.backup(),
                        restoration.failure().map(problem -> problem.what()).orElse("the service does not say why"),
                        restoration.failure().flatMap(problem -> problem.fix()).orElse("see the server's log"));
    }
}
