package dev.treaty.stubs.server;

import dev.treaty.pacts.command.TreatyCommand;
import dev.treaty.stubs.export.overlap.Overlaps;
import dev.treaty.stubs.server.broker.BrokerSelectionOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads and lints pact files, and prints what they would serve. */
@Command(
        name = "check",
        description = {
            "Loads pact files of version 2, 3 or 4, lints them, and prints what they would serve.",
            "With --broker, checks the contracts that a broker selects.",
            "A broken file is reported with line and column; the others are still checked."
                    + " What a file says and nobody reads is a finding, and so is an interaction that refuses its own example,"
                    + " because it is never answered as written.",
            "Exit code: 0 if nothing is wrong, 1 if a file is broken or has a finding, 2 if the command line is wrong,"
                    + " or the broker selects nothing or is out of reach."
        },
        footer = {"", "Example:", "  treaty check pacts build/pacts/web-api.json"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class CheckCommand extends TreatyCommand {

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "0..*",
            description = "Pact files, and directories of pact files; needed unless there is a broker.")
    private List<Path> paths = List.of();

    @Mixin
    private BrokerSelectionOptions broker = new BrokerSelectionOptions();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "Check the broker's contracts with this provider; repeatable. Default: all that have contracts there.")
    private List<String> providers = List.of();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Override
    public Integer call() {
        var checked = checked();
        var listing = new InteractionListing(Overlaps.among(checked.loaded()), checked.loaded());
        var out = out();
        out.print(listing);
        for (var problem : checked.problems()) {
            out.printf("%s%n%n", problem);
        }
        out.println(listing.summary() + ", " + checked.summary());
        out.flush();
        return checked.problems().isEmpty() ? 0 : 1;
    }

    private CheckedFiles checked() {
        var isBrokerUsed = broker.areUsed() || !providers.isEmpty();
        if (paths.isEmpty() && !isBrokerUsed) {
            throw usageError("Name a file or a directory, or a broker with --broker");
        }
        var ofFiles = CheckedFiles.of(paths, limit.limits());
        return isBrokerUsed
                ? ofFiles.and(CheckedFiles.of(
                        broker.pacts(providers, System.getenv(), limit.limits(), problem -> {}), limit.limits()))
                : ofFiles;
    }
}
