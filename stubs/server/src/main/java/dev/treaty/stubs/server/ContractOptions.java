package dev.treaty.stubs.server;

import dev.treaty.pacts.files.ChangingPacts;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.files.PactSource;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.server.broker.BrokerPacts;
import dev.treaty.stubs.server.broker.BrokerStubOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which contracts {@code serve} serves, and whether it looks for changes of them. */
final class ContractOptions {

    @Option(
            names = "--pacts",
            paramLabel = "FILE|DIR",
            description = "A pact file, or a directory of pact files; repeatable. Served beside those of a"
                    + " broker, and before them. Default: the contracts in this jar, unless there is a broker.")
    private List<Path> pacts = List.of();

    @Mixin
    private BrokerStubOptions broker = new BrokerStubOptions();

    @Option(
            names = "--watch",
            negatable = true,
            defaultValue = Option.NULL_VALUE,
            fallbackValue = "true",
            description =
                    "Reload pact files when they change; while a file is broken, its last good version stays live."
                            + " Default: watch directories, but not single files.")
    private @Nullable Boolean watch;

    /** What contradicts what; nothing if all is well. */
    Stream<String> contradictions() {
        return Stream.of(
                        contradiction(
                                watch != null && isOfJar(),
                                "--watch needs --pacts or --broker, because the contracts in this jar do not change"),
                        contradiction(broker.isPortMeant(), "Unknown option: '-p'; the port is --port"),
                        contradiction(
                                broker.isRefreshGiven() && !isBrokerWatched(),
                                "--no-watch asks the broker only once, so --refresh has nothing to do"))
                .flatMap(Optional::stream);
    }

    private static Optional<String> contradiction(boolean isThere, String text) {
        return isThere ? Optional.of(text) : Optional.empty();
    }

    /** Whether they are the contracts in this jar, which were checked when it was built. */
    boolean isOfJar() {
        return pacts.isEmpty() && !broker.areUsed();
    }

    /** The readable contracts; says what is wrong with the others. */
    ServedContracts read(PactFileLimits limits, PrintWriter problems) {
        return new ServedContracts(
                files(limits, problems),
                broker.areUsed() ? Optional.of(brokerPacts(limits, problems)) : Optional.empty());
    }

    private ChangingPacts files(PactFileLimits limits, PrintWriter problems) {
        if (pacts.isEmpty()) {
            return ChangingPacts.fixed(broker.areUsed() ? List.of() : PactFile.onClassPath());
        }
        var source = new PactSource(pacts, this::isWatched, limits);
        var files = source.read();
        files.unreadable().forEach(failure -> problems.println(failure.getMessage()));
        files.readable().forEach(file -> file.leftOut().forEach(problems::println));
        return source;
    }

    private BrokerPacts brokerPacts(PactFileLimits limits, PrintWriter problems) {
        var selected = broker.pacts(System.getenv(), limits, problem -> ChangePrinter.print(problem, problems));
        var wrong = selected.read();
        wrong.nothing().forEach(problems::println);
        wrong.unreadable().forEach(failure -> problems.println(failure + BrokerPacts.untilThen(false)));
        selected.contracts().forEach(file -> file.leftOut().forEach(problems::println));
        return selected;
    }

    private boolean isWatched(Path path) {
        return watch == null ? Files.isDirectory(path) : watch;
    }

    private boolean isBrokerWatched() {
        return watch == null || watch;
    }

    /** The files and folders that are served. */
    List<Path> paths() {
        return pacts;
    }

    /** The files and folders that are reloaded when they change. */
    List<Path> watched() {
        return pacts.stream().filter(this::isWatched).toList();
    }

    /** What is served from a broker, in lines; empty if nothing is. */
    Optional<String> description(ServedContracts contracts) {
        return contracts
                .broker()
                .map(served -> served.description()
                        + (isBrokerWatched() ? "Asked again every %s.%n".formatted(text(broker.refresh())) : ""));
    }

    private static String text(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    /** Lets a server follow the changes of the contracts that it serves. */
    void watch(ReplayServer server, ServedContracts contracts, FileFindings checks, PrintWriter out, PrintWriter err) {
        server.watch(contracts.files(), new ChangePrinter(server, checks, "was removed", out, err)::print);
        contracts
                .broker()
                .map(served -> isBrokerWatched() ? served : ChangingPacts.fixed(served.contracts()))
                .ifPresent(served -> server.watch(
                        served,
                        broker.refresh(),
                        new ChangePrinter(server, checks, "is not selected any more", out, err)::print));
    }
}
