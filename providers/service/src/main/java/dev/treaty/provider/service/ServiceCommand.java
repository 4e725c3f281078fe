package dev.treaty.provider.service;

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
import picocli.CommandLine.Option;

/**
 * The command line of a service.
 *
 * <p>Exit codes: 0 when stopped as asked, 2 when the command line is wrong, 1 when the service cannot start.
 */
@Command(sortOptions = false, mixinStandardHelpOptions = true)
public final class ServiceCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);
    private static final String PORT = "--port";

    private final ServiceDescription service;
    private final Map<String, String> variables;
    private final BiFunction<ServiceOptions, Environment, RunningService> start;

    @Option(
            names = PORT,
            paramLabel = "PORT",
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
            description =
                    "Offers POST /provider-states, with which a verification brings the service to a state, and if"
                            + " it sends messages POST /messages, which answers them. Both serve whoever asks: never in production.")
    private boolean providerStates;

    private ServiceCommand(
            ServiceDescription service,
            Map<String, String> variables,
            BiFunction<ServiceOptions, Environment, RunningService> start) {
        this.service = service;
        this.variables = variables;
        this.start = start;
    }

    /**
     * Starts a service as its command line says, and waits until the process is told to end.
     *
     * @param start what starts it; what it throws is told, a {@link CannotStart} without its stack
     * @return the exit code
     */
    public static int run(
            ServiceDescription service,
            BiFunction<ServiceOptions, Environment, RunningService> start,
            String... arguments) {
        return of(service, System.getenv(), start).execute(arguments);
    }

    static CommandLine of(
            ServiceDescription service,
            Map<String, String> variables,
            BiFunction<ServiceOptions, Environment, RunningService> start) {
        var command = new CommandLine(new ServiceCommand(service, variables, start))
                .setCommandName(service.name())
                .setDefaultValueProvider(argument -> defaultValue(service, argument))
                .setParameterExceptionHandler(ServiceCommand::told)
                .setExecutionExceptionHandler(ServiceCommand::told);
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
        var environment = service.environment(variables);
        var database = service.variables().contains(ServiceDescription.DATABASE_URL)
                ? environment.text(ServiceDescription.DATABASE_URL)
                : Optional.<String>empty();
        var running = start.apply(new ServiceOptions(bind, port, database, providerStates), environment);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        System.out.println(service.name() + " listens at " + running.url());
        new CountDownLatch(1).await();
        return 0;
    }

    private static @Nullable String defaultValue(ServiceDescription service, CommandLine.Model.ArgSpec argument) {
        var isPort = argument instanceof CommandLine.Model.OptionSpec option
                && option.longestName().equals(PORT);
        return isPort ? String.valueOf(service.port()) : null;
    }

    private static String environment(ServiceDescription service, Help help) {
        var rows = new LinkedHashMap<String, String>();
        for (var variable : service.variables()) {
            add(rows, variable);
        }
        add(rows, ServiceDescription.LOG_LEVEL);
        return "%nEnvironment variables:%n".formatted() + help.createTextTable(rows);
    }

    private static void add(Map<String, String> rows, Variable variable) {
        rows.put("  " + variable.name(), "%s Default: %s.".formatted(variable.meaning(), variable.otherwise()));
    }

    /** As the jar's manifest says. */
    private static String version() {
        return Optional.ofNullable(ServiceCommand.class.getPackage().getImplementationVersion())
                .orElse("in development");
    }

    /** What nobody foresaw is for the log, with its stack; what an operator can fix is not. */
    private static int told(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (!(failure instanceof CannotStart || failure instanceof IllegalArgumentException)) {
            LOG.error("unforeseen failure", failure);
        }
        command.getErr().println("%s did not start: %s".formatted(command.getCommandName(), failure.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int told(CommandLine.ParameterException refused, String[] arguments) {
        var command = refused.getCommandLine();
        command.getErr()
                .println("""
                %s
                  where: the command line of %s
                  fix:   see %s --help""".formatted(refused.getMessage(), command.getCommandName(), command.getCommandName()));
        return CommandLine.ExitCode.USAGE;
    }
}
