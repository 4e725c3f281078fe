package dev.treaty.stubs.airtable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.stubs.airtable.webhook.MacSignature;
import dev.treaty.stubs.junit.StubServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@StubServer("airtable")
class AirtableWebhooksTest {

    private final AirtableClient airtable;

    AirtableWebhooksTest(String airtable) {
        this.airtable = AirtableClient.withNewBase(airtable);
    }

    @Test
    void a_change_is_pinged_signed_and_read_from_the_log() throws IOException {
        var pings = new CopyOnWriteArrayList<Ping>();
        var application = application(pings);
        try {
            var webhook = create("http://127.0.0.1:%d/notifications"
                    .formatted(application.getAddress().getPort()));
            var erika = airtable.create("{\"Name\": \"Erika\", \"Service\": \"Residential\"}");
            airtable.advance("PT0S");

            assertThat(pings).singleElement().satisfies(ping -> {
                assertThat(ping.mac())
                        .isEqualTo(MacSignature.of(
                                webhook.path("macSecretBase64").asText(),
                                ping.body().getBytes(UTF_8)));
                assertThat(ping.body())
                        .startsWith("{\"base\":{\"id\":\"%s\"},\"webhook\":{\"id\":\"%s\"},\"timestamp\":\""
                                .formatted(airtable.base(), id(webhook)));
            });
            var payload = payloads(id(webhook), 1).at("/payloads/0");
            assertThat(payload.path("baseTransactionNumber").asInt()).isEqualTo(1);
            var cells = payload.at("/changedTablesById/%s/createdRecordsById/%s/cellValuesByFieldId"
                    .formatted(airtable.tableId("Customers"), erika));
            assertThat(cells.path(airtable.fieldId("Customers", "Name")).asText())
                    .isEqualTo("Erika");
            assertThat(cells.path(airtable.fieldId("Customers", "Service"))
                            .path("name")
                            .asText())
                    .isEqualTo("Residential");
        } finally {
            application.stop(0);
        }
    }

    @Test
    void each_request_is_one_payload_and_a_cursor_goes_on() {
        var erika = airtable.create("{\"Name\": \"Erika\", \"Email\": \"e@example.com\"}");
        var webhook = id(create(""));
        airtable.customers("PATCH", "/" + erika, "{\"fields\": {\"Email\": null}}");
        airtable.customers("PATCH", "/" + erika, "{\"fields\": {\"Email\": null}}");
        airtable.customers("DELETE", "/" + erika, "");

        var log = payloads(webhook, 1);

        var table = "/changedTablesById/" + airtable.tableId("Customers");
        assertThat(log.path("payloads")).hasSize(2);
        assertThat(log.at("/payloads/0" + table + "/changedRecordsById/" + erika))
                .hasToString("{\"current\":{\"cellValuesByFieldId\":{\"%s\":null}}}"
                        .formatted(airtable.fieldId("Customers", "Email")));
        assertThat(log.at("/payloads/1" + table + "/destroyedRecordIds")).hasToString("[\"%s\"]".formatted(erika));
        assertThat(log.path("cursor").asInt()).isEqualTo(3);
        assertThat(payloads(webhook, 3)).hasToString("{\"payloads\":[],\"cursor\":3,\"mightHaveMore\":false}");
        assertThat(payloads(webhook, "cursor=1&limit=1").path("mightHaveMore").asBoolean())
                .isTrue();
    }

    @Test
    void a_webhook_of_another_table_is_not_told() {
        var webhook = id(create(""));

        airtable.send("POST", "/v0/%s/Sites".formatted(airtable.base()), "{\"fields\": {\"Address\": \"Main St 1\"}}");

        assertThat(payloads(webhook, 1).path("payloads")).isEmpty();
    }

    @Test
    void a_webhook_expires_seven_days_after_it_was_refreshed() {
        var webhook = id(create(""));
        airtable.advance("P6D");
        assertThat(send("POST", "/" + webhook + "/refresh")
                        .path("expirationTime")
                        .asText())
                .isNotEmpty();
        airtable.advance("P6DT23H");
        assertThat(payloads(webhook, 1).has("payloads")).isTrue();

        airtable.advance("P7D");

        assertThat(payloads(webhook, 1).path("error").asText()).isEqualTo("NOT_FOUND");
        assertThat(send("GET", "").path("webhooks")).isEmpty();
    }

    @Test
    void payloads_are_deleted_after_a_week() {
        var webhook = id(create(""));
        airtable.create("{\"Name\": \"Erika\"}");
        airtable.advance("P6D");
        send("POST", "/" + webhook + "/refresh");

        airtable.advance("P1D");

        assertThat(payloads(webhook, 1).path("payloads")).isEmpty();
    }

    private JsonNode create(String notificationUrl) {
        var url = notificationUrl.isEmpty() ? "" : "\"notificationUrl\": \"%s\",".formatted(notificationUrl);
        var filters = "{\"dataTypes\": [\"tableData\"], \"recordChangeScope\": \"%s\"}"
                .formatted(airtable.tableId("Customers"));
        var body = "{%s \"specification\": {\"options\": {\"filters\": %s}}}".formatted(url, filters);
        return airtable.send("POST", "/v0/bases/%s/webhooks".formatted(airtable.base()), body)
                .body();
    }

    private static String id(JsonNode webhook) {
        return webhook.path("id").asText();
    }

    private JsonNode payloads(String webhook, int cursor) {
        return payloads(webhook, "cursor=" + cursor);
    }

    private JsonNode payloads(String webhook, String query) {
        return send("GET", "/" + webhook + "/payloads?" + query);
    }

    private JsonNode send(String method, String path) {
        return airtable.send(method, "/v0/bases/%s/webhooks%s".formatted(airtable.base(), path), "")
                .body();
    }

    private static HttpServer application(List<Ping> pings) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            pings.add(new Ping(
                    exchange.getRequestHeaders().getFirst(MacSignature.HEADER),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private record Ping(String mac, String body) {}
}
