package dev.treaty.provider.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of a service: its routes, and what every service has: a request id, problem documents, {@code /health/live},
 * {@code /health/ready}, {@code /metrics}, and an end that cuts nobody off.
 */
public final class HttpService implements RunningService {

    private static final long LARGEST_BODY = 1 << 20;
    private static final int LARGEST_HEADERS = 16 << 10;
    private static final long PATIENCE_AT_THE_END = 10_000;

    /** How many connections may wait to be accepted; with Jetty's 50, a thousand at once wait for seconds. */
    private static final int BACKLOG = 1_024;

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
                    "%s:%d, where something else listens, or which is not this machine's"
                            .formatted(builder.options.bind(), builder.options.port()),
                    "choose another with --port, 0 for any that is free");
        }
    }

    /** A service to be. */
    public static Builder named(String name, ServiceOptions options) {
        return new Builder(name, options);
    }

    @Override
    public URI url() {
        return URI.create("http://" + address + ":" + server.port());
    }

    @Override
    public void close() {
        server.stop();
        close(resources);
    }

    private static void close(List<AutoCloseable> resources) {
        for (var resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("a resource of the service did not close", e);
            }
        }
    }

    /** What a service is to be. */
    public static final class Builder {

        private final String name;
        private final ServiceOptions options;
        private final List<ReadinessCheck> checks = new ArrayList<>();
        private final List<AutoCloseable> resources = new ArrayList<>();
        private final Metrics metrics;
        private final AccessLog accessLog = new AccessLog();
        private Consumer<RoutesConfig> routes = none -> {};
        private @Nullable ProviderStates states;
        private @Nullable SentMessages messages;

        private Builder(String name, ServiceOptions options) {
            this.name = name;
            this.options = options;
            this.metrics = new Metrics(name);
        }

        /** What it answers. */
        public Builder routes(Consumer<RoutesConfig> routes) {
            this.routes = routes;
            return this;
        }

        /** What it needs in order to answer. */
        public Builder needs(ReadinessCheck check) {
            checks.add(check);
            return this;
        }

        /** What ends with it, in this order. */
        public Builder closes(AutoCloseable resource) {
            resources.add(resource);
            return this;
        }

        /** What brings it to provider states; offered only if the options say so. */
        public Builder providerStates(ProviderStates states) {
            this.states = states;
            return this;
        }

        /** What it has sent of itself; offered only if the options say so. */
        public Builder messages(SentMessages messages) {
            this.messages = messages;
            return this;
        }

        /** Where its own measurements go. */
        public Metrics metrics() {
            return metrics;
        }

        /**
         * Listens, and answers from then on.
         *
         * @throws CannotStart if it cannot listen; then all that would have ended with it has ended
         */
        public HttpService start() {
            try {
                return new HttpService(this);
            } catch (RuntimeException e) {
                close(resources);
                throw e;
            }
        }

        private void configure(JavalinConfig config) {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = LARGEST_BODY;
            config.http.prefer405over404 = true;
            config.jetty.modifyHttpConfiguration(http -> {
                http.setRequestHeaderSize(LARGEST_HEADERS);
                http.setSendServerVersion(false);
            });
            config.jetty.modifyServer(server -> {
                server.setStopTimeout(PATIENCE_AT_THE_END);
                server.insertHandler(new GracefulHandler());
                server.setErrorHandler(new ServerRefusals());
                server.addEventListener(new Backlog());
            });
            new RequestIds().configure(config.routes);
            new Refusals().configure(config.routes);
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

    /** Javalin adds its connector only when it starts. */
    private static final class Backlog implements LifeCycle.Listener {

        @Override
        public void lifeCycleStarting(LifeCycle event) {
            if (event instanceof Server server) {
                for (var connector : server.getConnectors()) {
                    if (connector instanceof ServerConnector listening) {
                        listening.setAcceptQueueSize(BACKLOG);
                    }
                }
            }
        }
    }
}
