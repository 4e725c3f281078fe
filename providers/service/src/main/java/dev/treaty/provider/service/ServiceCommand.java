package dev.treaty.provider.service;

import dev.treaty.pacts.errors.ErrorMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command line of a service.
 *
 * <p>Exit codes: 0 after a normal stop, 1 if the service cannot start, 2 if the command line is wrong.
 */
@Command(sortOptions = false, mixinStandardHelpOptions = true)
public final class ServiceCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);
    private static final String PORT = "--port";
    private static final String CLIENT_TIMEOUT = "--client-timeout";

    private final ServiceDescription service;
    private final Map<String, String> variables;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final BiFunction<ServiceOptions, ServiceEnvironment, RunningService> start;

    @Option(
            names = PORT,
            paramLabel = "PORT",
            description = "The port to listen on. Default: ${DEFAULT-VALUE}; 0 for any free one.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine can reach.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--provider-states",
            description =
                    "Offers POST /provider-states, which brings the service to a provider state, and, if the service sends"
                            + " messages, POST /messages, which returns them. Both are open to anyone: never in production.")
    private boolean providerStates;

    @Option(
            names = CLIENT_TIMEOUT,
            paramLabel = "SECONDS",
            description =
                    "How long a client may take to send the header of a request, to send its body, and to read its response;"
                            + " then it is disconnected. Default: ${DEFAULT-VALUE}.")
    private int clientTimeout;

    private ServiceCommand(
            ServiceDescription service,
            Map<String, String> variables,
            BiFunction<ServiceOptions, ServiceEnvironment, RunningService> start) {
        this.service = service;
        this.variables = variables;
        this.start = start;
    }

    /**
     * Starts a service as its command line says, and waits until the process is stopped.
     *
     * @param start starts it; whatever it throws is printed, and logged with its stack if an operator cannot fix it
     * @return the exit code
     */
    public static int run(
            ServiceDescription service,
            BiFunction<ServiceOptions, ServiceEnvironment, RunningService> start,
            String... arguments) {
        return of(service, System.getenv(), start).execute(arguments);
    }

    /**
     * The same for a service that has options of its own.
     *
     * @param options an object with fields that picocli sets before the service starts, each with {@code @Option}
     */
    public static int run(
            ServiceDescription service,
            Object options,
            BiFunction<ServiceOptions, ServiceEnvironment, RunningService> start,
            String... arguments) {
        return of(service, options, System.getenv(), start).execute(arguments);
    }

    static CommandLine of(
            ServiceDescription service,
            Object options,
            Map<String, String> variables,
            BiFunction<ServiceOptions, ServiceEnvironment, RunningService> start) {
        var command = of(service, variables, start);
        command.getCommandSpec().addMixin("own", CommandSpec.forAnnotatedObject(options));
        return command;
    }

    static CommandLine of(
            ServiceDescription service,
            Map<String, String> variables,
            BiFunction<ServiceOptions, ServiceEnvironment, RunningService> start) {
        var command = new CommandLine(new ServiceCommand(service, variables, start))
                .setCommandName(service.name())
                .setDefaultValueProvider(argument -> defaultValue(service, argument))
                .setParameterExceptionHandler(ServiceCommand::print)
                .setExecutionExceptionHandler(ServiceCommand::print);
        command.getCommandSpec().version(service.name() + " " + version());
        command.getCommandSpec().usageMessage().description(service.about());
        var sections = new ArrayList<>(command.getHelpSectionKeys());
        sections.add("environment");
        command.setHelpSectionKeys(sections);
        command.getHelpSectionMap().put("environment", help -> environment(service, help));
        return command;
    }

    @Override
    public Integer call() throws InterruptedException {
        var environment = new ServiceEnvironment(service, variables);
        var database = service.variables().contains(ServiceDescription.DATABASE_URL)
                ? environment.text(ServiceDescription.DATABASE_URL)
                : Optional.<String>empty();
        if (clientTimeout < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "%s is less than a second".formatted(CLIENT_TIMEOUT));
        }
        var timeout = Duration.ofSeconds(clientTimeout);
        var running = start.apply(new ServiceOptions(bind, port, database, providerStates, timeout), environment);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        System.out.println(service.name() + " listens on " + running.url());
        new CountDownLatch(1).await();
        return 0;
    }

    private static @Nullable String defaultValue(ServiceDescription service, CommandLine.Model.ArgSpec argument) {
        if (!(argument instanceof CommandLine.Model.OptionSpec option)) {
            return null;
        }
        return switch (option.longestName()) {
            case PORT -> String.valueOf(service.port());
            case CLIENT_TIMEOUT -> String.valueOf(ServiceOptions.CLIENT_TIMEOUT.toSeconds());
            default -> null;
        };
    }

    private static String environment(ServiceDescription service, Help help) {
        var rows = new LinkedHashMap<String, String>();
        for (var variable : service.variables()) {
            add(rows, variable);
        }
        add(rows, ServiceDescription.LOG_LEVEL);
        return "%nEnvironment variables:%n".formatted() + help.createTextTable(rows);
    }

    private static void add(Map<String, String> rows, EnvironmentVariable variable) {
        rows.put("  " + variable.name(), "%s Default: %s.".formatted(variable.meaning(), variable.fallback()));
    }

    /** From the jar's manifest. */
    private static String version() {
        return Optional.ofNullable(ServiceCommand.class.getPackage().getImplementationVersion())
                .orElse("in development");
    }

    /** An unexpected failure is logged with its stack; one that the operator can fix is only printed. */
    private static int print(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (!(failure instanceof CannotStart || failure instanceof IllegalArgumentException)) {
            LOG.error("unexpected failure", failure);
        }
        command.getErr().println("%s did not start: %s".formatted(command.getCommandName(), failure.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int print(CommandLine.ParameterException refused, String[] arguments) {
        var command = refused.getCommandLine();
        command.getErr()
                .println(new ErrorMessage(
                        String.valueOf(refused.getMessage()),
                        "the command line of " + command.getCommandName(),
                        "see %s --help".formatted(command.getCommandName())));
        return CommandLine.ExitCode.USAGE;
    }
}
