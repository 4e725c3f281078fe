package dev.treaty.consumer.vendorwatch.command;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.treaty.consumer.vendorwatch.event.EventFile;
import dev.treaty.consumer.vendorwatch.event.EventReceiver;
import dev.treaty.consumer.vendorwatch.event.EventSink;
import dev.treaty.consumer.vendorwatch.report.OutputFormat;
import dev.treaty.consumer.vendorwatch.settings.InvalidSettings;
import dev.treaty.consumer.vendorwatch.settings.SettingsFile;
import dev.treaty.consumer.vendorwatch.settings.UsageFile;
import dev.treaty.consumer.vendorwatch.settings.WatchSettings;
import dev.treaty.consumer.vendorwatch.watch.MemoryFile;
import dev.treaty.consumer.vendorwatch.watch.VendorReport;
import dev.treaty.consumer.vendorwatch.watch.Watch;
import dev.treaty.consumer.vendorwatch.watch.WatchMemory;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.command.TreatyCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks every vendor, once or again and again. */
@Command(
        name = "watch",
        description = "Asks every vendor its cheapest call, and tells what is not in order.",
        footer = {
            "",
            "Exit codes: 0 everything is in order; 1 something is not; 2 wrong command line",
            "or wrong settings. Without --once, it runs until Ctrl-C."
        })
public final class WatchCommand extends TreatyCommand {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            required = true,
            description = "What is watched (YAML, see the README).")
    private @Nullable Path settings;

    @Option(names = "--once", description = "Ask every vendor once, and end.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "PT1M",
            description = "Time between two rounds (ISO 8601). Default: ${DEFAULT-VALUE}.")
    private Duration every = Duration.ofMinutes(1);

    @Option(
            names = "--memory",
            paramLabel = "FILE",
            description = "Where to remember the last calls and what was told. Default: nowhere.")
    private @Nullable Path memory;

    @Option(
            names = "--usage",
            paramLabel = "FILE",
            description = "What applications used, as they count it; see the README.")
    private @Nullable Path usage;

    @Option(
            names = "--events",
            paramLabel = "FILE|URL",
            description = "Where CloudEvents go: a file, a line each, or an http or https URL.")
    private @Nullable String events;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "How to print a round: table, json or prometheus. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Replace this file after each round, instead of printing.")
    private @Nullable Path output;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        if (settings == null || every.isNegative() || every.isZero()) {
            throw usageError("--every must be longer than zero, e.g. PT1M.");
        }
        var watched = SettingsFile.read(settings, System.getenv());
        var file = Optional.ofNullable(memory).map(MemoryFile::new);
        var watch = new Watch(
                watched,
                new UsageFile(Optional.ofNullable(usage)),
                sink(),
                file.map(MemoryFile::read).orElse(WatchMemory.EMPTY),
                InstantSource.system());
        while (true) {
            var round = watch.round();
            file.ifPresent(kept -> kept.write(watch.memory()));
            print(round, watched);
            if (once) {
                return round.stream().allMatch(VendorReport::isInOrder) ? ExitCodes.YES : ExitCodes.NO;
            }
            Thread.sleep(every.toMillis());
        }
    }

    private EventSink sink() {
        if (events == null) {
            return EventSink.none();
        }
        return events.matches("https?://.*") ? new EventReceiver(URI.create(events)) : new EventFile(Path.of(events));
    }

    private void print(List<VendorReport> round, WatchSettings watched) {
        var text = format.print(round, watched.currency());
        if (output == null) {
            out().print(text);
            out().flush();
            return;
        }
        try {
            var written = Files.createTempFile(output.toAbsolutePath().getParent(), "vendor-watch", ".tmp");
            Files.writeString(written, text);
            Files.move(written, output, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InvalidSettings(
                    "What the watch has to say cannot be written.",
                    "%s (%s)".formatted(output, e.getClass().getSimpleName()),
                    "check that the folder is there, and who may write into it");
        }
    }
}
