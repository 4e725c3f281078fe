package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.Clones;
import dev.treaty.consumer.environmentconsole.clones.Observation;
import dev.treaty.consumer.environmentconsole.display.Words;
import dev.treaty.consumer.environmentconsole.watch.Farewell;
import dev.treaty.consumer.environmentconsole.watch.Repetition;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts a clone. */
@Command(
        name = "clone",
        description = "Replaces the data of an environment with that of another one.",
        footer = {"", "Example:", "  environment-console clone production training --profile training --watch"},
        sortOptions = false)
final class CloneCommand extends ConsoleCommand {

    @Mixin
    private CloneArguments arguments = new CloneArguments();

    @Mixin
    private WatchOptions watching = new WatchOptions();

    CloneCommand() {}

    @Override
    public Integer call() {
        var clones = cloner().clones();
        var unknown = """

                Nobody knows whether the clone has started.
                  look:   %s""".formatted(Commands.list(arguments.target()));
        try (var farewell = Farewell.with(unknown, text -> err().println(text))) {
            var started = start(clones);
            var id = started.current().id();
            farewell.change(WatchOptions.farewell(id));
            if (!watching.watch()) {
                print("%s of %s into %s is %s%n  look:   %s%n  cancel: %s%n"
                        .formatted(
                                id,
                                started.current().source(),
                                started.current().target(),
                                Words.word(started.current().state()),
                                Commands.look(id),
                                Commands.cancel(id)));
                return ExitCode.DONE;
            }
            var over = watching.untilOver(clones, started, out(), err());
            print(CloneEnd.text(over));
            return CloneEnd.exitCode(over);
        }
    }

    /** With one key for all attempts, a response that was lost does not start a second clone. */
    private Observation start(Clones clones) {
        var attempt = UUID.randomUUID();
        return Repetition.ofLostCalls(() -> clones.start(arguments.options(), attempt));
    }
}
