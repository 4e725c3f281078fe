package dev.treaty.provider.service;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command line of a service.
 *
 * <p>Exit codes: 0 when stopped as asked, 2 when the command line is wrong, 1 when the service cannot start.
 */
@Command(sortOptions = false, mixinStandardHelpOptions = true)
public final class ServiceCommand implements Callable<Integer> {

    private final String name;
    private final Map<String, String> environment;
    private final Function<ServiceOptions, RunningService> start;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen on. Default: ${DEFAULT-VALUE}; 0 takes a free one.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--provider-states",
            description = "Offers POST /provider-states, with which a verification brings the service to a state."
                    + " It changes data without asking who calls: never in production.")
    private boolean providerStates;

    private ServiceCommand(
            String name, Map<String, String> environment, Function<ServiceOptions, RunningService> start) {
        this.name = name;
        this.environment = environment;
        this.start = start;
    }

    /**
     * Starts a service as its command line says, and waits until the process is told to end.
     *
     * @param name e.g. {@code "auth-service"}
     * @return the exit code
     */
    public static int run(String name, Function<ServiceOptions, RunningService> start, String... arguments) {
        return new CommandLine(new ServiceCommand(name, System.getenv(), start))
                .setCommandName(name)
                .setExecutionExceptionHandler(ServiceCommand::told)
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        var options =
                new ServiceOptions(bind, port, Optional.ofNullable(environment.get("DATABASE_URL")), providerStates);
        var service = start.apply(options);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        System.out.println(name + " listens at " + service.url());
        new CountDownLatch(1).await();
        return 0;
    }

    private static int told(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        command.getErr().println("%s did not start: %s".formatted(command.getCommandName(), failure.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
