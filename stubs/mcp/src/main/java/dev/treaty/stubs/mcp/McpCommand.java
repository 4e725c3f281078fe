package dev.treaty.stubs.mcp;

import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.command.TreatyCommand;
import dev.treaty.stubs.mcp.contracts.WatchedContracts;
import dev.treaty.stubs.mcp.running.LoopbackAddress;
import dev.treaty.stubs.mcp.running.RunningServer;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers an assistant until its end of the conversation is closed. */
@Command(
        name = "mcp",
        description = {
            "Lets an assistant ask about contracts, over the Model Context Protocol on standard input and output:"
                    + " list and explain them, say why a request misses and whom a change can break, draft an interaction.",
            "It changes nothing, unless it is started with --allow-changes; then it can also change a stub server that runs"
                    + " on this machine, until that server stops. It asks no other machine.",
            "",
            "An assistant starts it itself; its configuration needs this command line.",
            "Exit code: 0 when the assistant has gone; 2 if the command line is wrong."
        },
        footer = {"", "Example:", "  java -jar treaty.jar mcp --pacts contracts --allow-changes"},
        sortOptions = false)
public final class McpCommand extends TreatyCommand {

    private static final Path USUAL_FOLDER = Path.of("pacts");

    @Option(
            names = "--pacts",
            paramLabel = "FILE|DIR",
            description = "A pact file, or a folder of pact files; repeatable. Changed files are read again."
                    + " Default: the folder pacts here, or the contracts in this jar if there is none.")
    private List<Path> pacts = List.of();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description =
                    "The main address of a stub server on this machine, which need not run yet; its token, if it has one,"
                            + " is taken from TREATY_ADMIN_TOKEN in the environment. Default: ${DEFAULT-VALUE}.")
    private String server = "";

    @Option(
            names = "--allow-changes",
            description =
                    "Offer tools that change the running server: faults, its journal, mappings without a contract.")
    private boolean allowChanges;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Called by {@code ServiceLoader}. */
    public McpCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        var contracts = new WatchedContracts(pacts());
        var running =
                new RunningServer(LoopbackAddress.of(server), Optional.ofNullable(System.getenv("TREATY_ADMIN_TOKEN")));
        var protocol = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // whatever a library prints must not get into the protocol
        new StdioSession(System.in, protocol, Tools.of(contracts, running, allowChanges)).run();
        return ExitCodes.YES;
    }

    private List<Path> pacts() {
        return pacts.isEmpty() && Files.isDirectory(USUAL_FOLDER) ? List.of(USUAL_FOLDER) : pacts;
    }
}
