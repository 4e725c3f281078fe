package dev.treaty.stubs.server;

import dev.treaty.pacts.command.TreatyCommand;
import dev.treaty.stubs.export.overlap.Overlaps;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Loads and lints pact files, and prints what they would serve. */
@Command(
        name = "check",
        description = {
            "Loads pact files of version 2, 3 or 4, lints them, and prints what they would serve.",
            "A broken file is reported with line and column; the others are still checked."
                    + " What a file says and nobody reads is a finding, and so is an interaction that refuses its own example,"
                    + " because it is never answered as written.",
            "Exit code: 0 if nothing is wrong, 1 if a file is broken or has a finding, 2 if the command line is wrong."
        },
        footer = {"", "Example:", "  treaty check pacts build/pacts/web-api.json"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class CheckCommand extends TreatyCommand {

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Pact files, and directories of pact files.")
    private List<Path> paths = List.of();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Override
    public Integer call() {
        var checked = CheckedFiles.of(paths, limit.limits());
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
}
