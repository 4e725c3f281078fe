package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.testing.ServiceProcess;
import dev.treaty.provider.workspaceservice.workspaces.Caller;
import dev.treaty.provider.workspaceservice.workspaces.Precondition;
import dev.treaty.provider.workspaceservice.workspaces.Workspaces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the whole service process at the moment when a receiver has an event and the service does not know it yet.
 */
class KilledRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller ADA = new Caller("usr_42", Optional.empty());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String databaseUrl = WorkspaceDatabases.create();
    private final Database database = WorkspaceDatabases.open(databaseUrl);
    private final List<String> deliveries = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ServiceProcess> killed = new CompletableFuture<>();
    private final HttpServer receiver;

    KilledRelayIT() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        database.close();
    }

    @Test
    void no_event_is_lost_and_none_is_delivered_twice_under_another_id() throws Exception {
        var events = eventsOfTwoWorkspaces();

        try (var first = start()) {
            killed.complete(first);
            first.exitCode();
        }
        assertThat(deliveries).isEqualTo(events.subList(0, 1));
        assertThat(waiting())
                .as("waiting, because the delivered event is not marked")
                .isEqualTo(events.size());

        try (var second = start()) {
            await().atMost(PATIENCE).until(() -> waiting() == 0);
            second.terminate();
            assertThat(second.exitCode()).as(second.output()).isEqualTo(ServiceProcess.TERMINATED);
        }
        assertThat(deliveries).hasSize(events.size() + 1);
        assertThat(deliveries.stream().distinct().toList()).isEqualTo(events);
    }

    /** Stores events before any relay runs; returns their ids in order. */
    private List<String> eventsOfTwoWorkspaces() {
        var workspaces = new Workspaces(database.jdbi(), Clock.systemUTC());
        var one = workspaces.create(ADA, new IdempotencyKey("key-1"), "Harvest").id();
        workspaces.rename(ADA, one, Precondition.of("*"), Optional.of("Vintage"));
        workspaces.delete(ADA, one, Precondition.of("*"));
        var other =
                workspaces.create(ADA, new IdempotencyKey("key-2"), "Orchard").id();
        var events = new ArrayList<String>();
        for (var workspace : List.of(one, other)) {
            database.jdbi().useHandle(handle -> Outbox.of(handle, workspace).forEach(event -> events.add(event.id())));
        }
        return events;
    }

    private ServiceProcess start() throws IOException {
        return ServiceProcess.start(
                "workspace-service",
                Map.of(
                        "DATABASE_URL",
                        databaseUrl,
                        "EVENTS_URL",
                        "http://127.0.0.1:" + receiver.getAddress().getPort()),
                "--provider-states");
    }

    /** Records the delivery; the first time, kills the sender before it gets a response. */
    private void receive(HttpExchange exchange) throws IOException {
        deliveries.add(JSON.readTree(exchange.getRequestBody()).get("id").asText());
        if (deliveries.size() == 1) {
            killed.join().kill();
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private long waiting() {
        return database.jdbi().<Long, RuntimeException>withHandle(Outbox::waiting);
    }
}
