package dev.treaty.provider.service.http;

import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.states.MessageEndpoint;
import dev.treaty.provider.service.states.ProviderStateEndpoint;
import dev.treaty.provider.service.states.ProviderStates;
import dev.treaty.provider.service.states.SentMessages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of a service: its routes, and what every service has: request ids, problem documents, {@code /health/live},
 * {@code /health/ready}, {@code /metrics}, and a graceful shutdown.
 */
public final class HttpService implements RunningService {

    private static final int LARGEST_BODY = 1 << 20;
    private static final int LARGEST_HEADERS = 16 << 10;
    private static final long SHUTDOWN_MILLISECONDS = 10_000;

    /** Of these, a few accept connections and watch them. */
    private static final int THREADS = 250;

    private static final int LEAST_THREADS = 8;

    /** How many connections may wait to be accepted. With Jetty's 50, a thousand simultaneous connections wait for seconds. */
    private static final int BACKLOG = 1_024;

    /** How many connections may be open; more wait until others are closed. */
    private static final int CONNECTIONS = 2_000;

    /**
     * How long a connection may be idle once the service is being stopped. Jetty waits for it twice: before it closes its half of an idle connection,
     * and then for the client to close the other.
     */
    private static final long IDLE_WHILE_STOPPING_MILLISECONDS = 200;

    /** How long a connection may be idle while others wait. */
    private static final long IDLE_WHILE_OTHERS_WAIT_MILLISECONDS = 1_000;

    private final Javalin server;
    private final String address;
    private final List<AutoCloseable> resources;

    private HttpService(Builder builder) {
        this.address = builder.options.bind();
        this.resources = List.copyOf(builder.resources);
        this.server = listening(builder);
    }

    private static Javalin listening(Builder builder) {
        try {
            return Javalin.create(builder::configure).start(builder.options.bind(), builder.options.port());
        } catch (JavalinBindException e) {
            throw new CannotStart(
                    "Port %d cannot be opened.".formatted(builder.options.port()),
                    "%s:%d is in use, or not an address of this machine"
                            .formatted(builder.options.bind(), builder.options.port()),
                    "choose another with --port; 0 takes any free one");
        }
    }

    /** Starts building a service. */
    public static Builder named(String name, ServiceOptions options) {
        return new Builder(name, options);
    }

    @Override
    public URI url() {
        return URI.create("http://" + address + ":" + server.port());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } finally {
            close(resources);
        }
    }

    private static void close(List<AutoCloseable> resources) {
        var failed = new IllegalStateException("a resource of the service did not close");
        for (var resource : resources) {
            try {
                resource.close();
            } catch (Exception e) { // the others must be closed, whatever it is
                failed.addSuppressed(e);
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    /** Builds a service. */
    public static final class Builder {

        private final String name;
        private final ServiceOptions options;
        private final List<ReadinessCheck> checks = new ArrayList<>();
        private final List<AutoCloseable> resources = new ArrayList<>();
        private final Metrics metrics;
        private final AccessLog accessLog = new AccessLog();
        private Consumer<RoutesConfig> routes = unused -> {};
        private int threads = THREADS;
        private @Nullable ProviderStates states;
        private @Nullable SentMessages messages;

        private Builder(String name, ServiceOptions options) {
            this.name = name;
            this.options = options;
            this.metrics = new Metrics(name);
        }

        /** Sets its routes. */
        public Builder routes(Consumer<RoutesConfig> routes) {
            this.routes = routes;
            return this;
        }

        /** Adds something it needs in order to be ready. */
        public Builder needs(ReadinessCheck check) {
            checks.add(check);
            return this;
        }

        /** Adds something that is closed with it, in the order added; whatever fails to close, the others are closed. */
        public Builder closes(AutoCloseable resource) {
            resources.add(resource);
            return this;
        }

        /** Sets how many threads it has, so that a test need not keep 250 busy. */
        Builder threads(int threads) {
            this.threads = threads;
            return this;
        }

        /** Sets what brings it to provider states; offered only if the options say so. */
        public Builder providerStates(ProviderStates states) {
            this.states = states;
            return this;
        }

        /** Sets what finds the messages it has sent; offered only if the options say so. */
        public Builder messages(SentMessages messages) {
            this.messages = messages;
            return this;
        }

        /** Its metrics, to which it may add its own. */
        public Metrics metrics() {
            return metrics;
        }

        /**
         * Starts listening.
         *
         * @throws CannotStart if it cannot listen; then everything that would be closed with it has been closed
         */
        public HttpService start() {
            try {
                return new HttpService(this);
            } catch (RuntimeException e) {
                closeAfter(e);
                throw e;
            }
        }

        private void closeAfter(RuntimeException failure) {
            try {
                close(resources);
            } catch (IllegalStateException e) {
                failure.addSuppressed(e);
            }
        }

        private void configure(JavalinConfig config) {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = LARGEST_BODY;
            config.http.prefer405over404 = true;
            config.jetty.threadPool = new QueuedThreadPool(threads, Math.min(threads, LEAST_THREADS));
            config.jetty.modifyHttpConfiguration(http -> {
                http.setRequestHeaderSize(LARGEST_HEADERS);
                http.setSendServerVersion(false);
            });
            var patience = options.clientTimeout();
            var bodies = new RequestBodies(LARGEST_BODY, patience, BodyMemory.ofThisProcess());
            config.jetty.modifyServer(server -> {
                server.setStopTimeout(SHUTDOWN_MILLISECONDS);
                // Outermost is what was inserted last: a request whose body is still on its way does not hold up the
                // shutdown
                server.insertHandler(new ResponseWrites(patience));
                server.insertHandler(new GracefulHandler());
                server.insertHandler(bodies);
                server.insertHandler(new SlowRequests(patience));
                server.addBean(connectionLimit(server));
                server.setErrorHandler(new ServerErrorHandler());
                server.addEventListener(new ConnectorSettings());
            });
            new RequestIds().configure(config.routes);
            bodies.configure(config.routes);
            new ExceptionHandlers().configure(config.routes);
            metrics.configure(config.routes);
            config.requestLogger.http((context, milliseconds) -> {
                metrics.add(context, milliseconds);
                accessLog.add(context, milliseconds);
            });
            new Health(name, checks).configure(config.routes);
            if (options.providerStates() && states != null) {
                config.routes.post("/provider-states", new ProviderStateEndpoint(states)::handle);
            }
            if (options.providerStates() && messages != null) {
                config.routes.post("/messages", new MessageEndpoint(messages)::handle);
            }
            routes.accept(config.routes);
        }
    }

    private static NetworkConnectionLimit connectionLimit(Server server) {
        var limit = new NetworkConnectionLimit(CONNECTIONS, server);
        limit.setEndPointIdleTimeout(IDLE_WHILE_OTHERS_WAIT_MILLISECONDS);
        return limit;
    }

    /** Set when the server starts, because Javalin adds its connector only then. */
    private static final class ConnectorSettings implements LifeCycle.Listener {

        @Override
        public void lifeCycleStarting(LifeCycle event) {
            if (event instanceof Server server) {
                for (var connector : server.getConnectors()) {
                    if (connector instanceof ServerConnector listening) {
                        listening.setAcceptQueueSize(BACKLOG);
                        listening.setShutdownIdleTimeout(IDLE_WHILE_STOPPING_MILLISECONDS);
                    }
                }
            }
        }
    }
}
