package dev.treaty.consumer.customersync;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.customersync.AirtableFixture.BASE;
import static dev.treaty.consumer.customersync.AirtableFixture.ERIKA;
import static dev.treaty.consumer.customersync.AirtableFixture.JONAS;
import static dev.treaty.consumer.customersync.AirtableFixture.MARIA;
import static dev.treaty.consumer.customersync.AirtableFixture.TABLE;
import static dev.treaty.consumer.customersync.AirtableFixture.TIME;
import static dev.treaty.consumer.customersync.AirtableFixture.TIME_REGEX;
import static dev.treaty.consumer.customersync.AirtableFixture.WEBHOOK;
import static dev.treaty.consumer.customersync.AirtableFixture.WEBHOOKS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Webhooks: created, kept alive, pinging, and read. */
@Recording
class ChangesPactTest {

    private static final String MAC = "X-Airtable-Content-MAC";
    private static final WebhookSecret SECRET = new WebhookSecret("dGVzdC1tYWMtc2VjcmV0");
    private static final URI NOTIFICATIONS = URI.create("http://127.0.0.1:8085/airtable/notifications");

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact webhookIsCreated(PactDslWithProvider airtable) {
        return authorized(airtable.given("a base may have another webhook", AirtableFixture.table())
                        .uponReceiving("a request to create a webhook")
                        .method("POST")
                        .path(WEBHOOKS)
                        .headers(RecordBody.HEADERS))
                .body(newJsonBody(body -> {
                            body.stringMatcher("notificationUrl", "https?://.+", NOTIFICATIONS.toString());
                            body.object(
                                    "specification",
                                    specification -> specification.object(
                                            "options",
                                            options -> options.object("filters", filters -> {
                                                filters.array("dataTypes", types -> types.stringValue("tableData"));
                                                filters.stringValue("recordChangeScope", TABLE);
                                            })));
                        })
                        .build())
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> {
                            body.stringMatcher("id", "ach[A-Za-z0-9]{14}", WEBHOOK);
                            body.stringMatcher("macSecretBase64", "[A-Za-z0-9+/]+=*", SECRET.reveal());
                            body.stringMatcher("expirationTime", TIME_REGEX, TIME);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "webhookIsCreated")
    void a_webhook_has_a_secret_that_is_shown_once(MockServer airtable) {
        var webhook = AirtableFixture.at(airtable).changes().subscribe(NOTIFICATIONS);

        assertThat(webhook.id()).isEqualTo(WEBHOOK);
        assertThat(webhook.secret().reveal()).isEqualTo(SECRET.reveal());
        assertThat(webhook.toString()).doesNotContain(SECRET.reveal());
        assertThat(webhook.expires()).isEqualTo(Examples.NOW);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact webhookIsRefreshed(PactDslWithProvider airtable) {
        return authorized(webhook(airtable)
                        .uponReceiving("a request to refresh a webhook")
                        .method("POST")
                        .path(WEBHOOKS + "/" + WEBHOOK + "/refresh"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.stringMatcher("expirationTime", TIME_REGEX, TIME))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "webhookIsRefreshed")
    void a_refreshed_webhook_expires_later(MockServer airtable) {
        assertThat(AirtableFixture.at(airtable).changes().refresh(WEBHOOK)).isEqualTo(Examples.NOW);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact changes(PactDslWithProvider airtable) {
        return authorized(changed(airtable)
                        .uponReceiving("a request for what has changed")
                        .method("GET")
                        .path(WEBHOOKS + "/" + WEBHOOK + "/payloads")
                        .query("cursor=1"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> {
                            body.array("payloads", payloads -> {
                                payloads.object(payload -> records(payload, "createdRecordsById", ERIKA));
                                payloads.object(payload -> records(payload, "changedRecordsById", JONAS));
                                payloads.object(payload -> payload.object(
                                        "changedTablesById",
                                        tables -> tables.object(
                                                TABLE,
                                                table -> table.array(
                                                        "destroyedRecordIds", ids -> ids.stringValue(MARIA)))));
                            });
                            body.integerType("cursor", 4);
                            body.booleanValue("mightHaveMore", false);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    private static void records(LambdaDslObject payload, String list, String id) {
        payload.object(
                "changedTablesById",
                tables ->
                        tables.object(TABLE, table -> table.object(list, records -> records.object(id, record -> {}))));
    }

    @Test
    @PactTestFor(pactMethod = "changes")
    void changes_are_read_from_a_cursor_on(MockServer airtable) {
        var changes = AirtableFixture.at(airtable).changes().since(WEBHOOK, 1);

        assertThat(changes.created()).containsExactly(ERIKA);
        assertThat(changes.changed()).containsExactly(JONAS);
        assertThat(changes.deleted()).containsExactly(MARIA);
        assertThat(changes.cursor()).isEqualTo(4);
        assertThat(changes.mightHaveMore()).isFalse();
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact noChanges(PactDslWithProvider airtable) {
        return authorized(webhook(airtable)
                        .uponReceiving("a request for what has changed when nothing has")
                        .method("GET")
                        .path(WEBHOOKS + "/" + WEBHOOK + "/payloads")
                        .query("cursor=1"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> {
                            body.array("payloads", payloads -> {});
                            body.integerType("cursor", 1);
                            body.booleanValue("mightHaveMore", false);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noChanges")
    void without_changes_the_cursor_stays(MockServer airtable) {
        var changes = AirtableFixture.at(airtable).changes().since(WEBHOOK, 1);

        assertThat(changes.created()).isEmpty();
        assertThat(changes.cursor()).isEqualTo(1);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact ping(PactBuilder airtable) {
        var body = newJsonBody(ping -> {
                    ping.object("base", base -> base.stringValue("id", BASE));
                    ping.object("webhook", webhook -> webhook.stringValue("id", WEBHOOK));
                    ping.stringMatcher("timestamp", TIME_REGEX, TIME);
                })
                .build();
        var signature = SECRET.signature(String.valueOf(body.getBody()).getBytes(UTF_8));
        return airtable.given("customers have changed", changedCustomers())
                .expectsToReceiveMessageInteraction(
                        "a ping after customers have changed",
                        message -> message.withContents(contents -> contents.withContent(body)
                                .withMetadata(metadata -> metadata.add("contentType", "application/json")
                                        .matchRegex(MAC, "hmac-sha256=[0-9a-f]{64}", signature))))
                .toPact();
    }

    @Test
    @PactTestFor(pactMethod = "ping", providerType = ProviderType.ASYNCH)
    void a_ping_says_where_something_has_changed(V4Interaction.AsynchronousMessage message) {
        var contents = message.getContents();
        var body = contents.getContents().unwrap();

        var ping = Ping.read(body, String.valueOf(contents.getMetadata().get(MAC)), SECRET);

        assertThat(ping).isEqualTo(new Ping(BASE, WEBHOOK, Examples.NOW));
    }

    private static PactDslWithState webhook(PactDslWithProvider airtable) {
        return airtable.given("a webhook exists", AirtableFixture.table("webhook", WEBHOOK));
    }

    private static PactDslWithState changed(PactDslWithProvider airtable) {
        return airtable.given("customers have changed", changedCustomers());
    }

    private static Map<String, Object> changedCustomers() {
        return Map.of(
                "base", BASE, "table", TABLE, "webhook", WEBHOOK, "created", ERIKA, "changed", JONAS, "deleted", MARIA);
    }

    private static PactDslRequestWithPath authorized(PactDslRequestWithPath request) {
        return request.matchHeader("Authorization", AirtableFixture.AUTHORIZATION_REGEX, AirtableFixture.AUTHORIZATION);
    }
}
