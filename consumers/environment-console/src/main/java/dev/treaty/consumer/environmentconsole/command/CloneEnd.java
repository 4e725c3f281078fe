package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.display.Words;
import java.time.Duration;

/** How a clone ended, in words. */
final class CloneEnd {

    private CloneEnd() {}

    /** One line or several, each with a line break. */
    static String text(EnvironmentClone clone) {
        return switch (clone.state()) {
            case COMPLETED -> completed(clone);
            case FAILED -> failed(clone);
            case CANCELLED -> "%s was cancelled; %s is as it was before%n".formatted(clone.id(), clone.target());
            default -> throw new IllegalArgumentException(clone.id() + " is not over, but " + clone.state());
        };
    }

    static int exitCode(EnvironmentClone clone) {
        return clone.state() == CloneState.COMPLETED ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String completed(EnvironmentClone clone) {
        return "%s is completed: %s is now %s, %s rows in %d tables%s%n"
                        .formatted(
                                clone.id(),
                                clone.target(),
                                "a clone of " + clone.source(),
                                Words.number(clone.progress().rows()),
                                clone.progress().tables(),
                                duration(clone))
                + "  statistics: %s%n".formatted(Commands.statistics(clone.id()))
                + clone.backup()
                        .map(backup -> "  undo:       %s%n".formatted(Commands.restore(backup)))
                        .orElse("");
    }

    private static String failed(EnvironmentClone clone) {
        var failure = clone.failure();
        var ruins = failure.isPresent() && !failure.get().rolledBack();
        return "%s failed%s%n  what:  %s%n  fix:   %s%n  log:   %s%n"
                .formatted(
                        clone.id(),
                        ruins
                                ? ", and %s could not be rolled back".formatted(clone.target())
                                : "; %s is as it was before".formatted(clone.target()),
                        failure.map(why -> "while %s: %s"
                                        .formatted(
                                                Words.word(why.phase()),
                                                why.problem().what()))
                                .orElse("the service does not say why"),
                        failure.flatMap(why -> why.problem().fix()).orElse("see the log"),
                        Commands.log(clone.id()));
    }

    private static String duration(EnvironmentClone clone) {
        return clone.startedAt()
                .flatMap(start -> clone.finishedAt().map(end -> Duration.between(start, end)))
                .map(duration -> ", in " + Words.duration(duration))
                .orElse("");
    }
}
