package dev.treaty.stubs.sdks.onboarding;

import dev.treaty.consumer.billing.StripeAccount;
import dev.treaty.consumer.billing.StripeConnection;
import dev.treaty.consumer.billing.StripeCustomers;
import dev.treaty.consumer.campaigndialer.Campaign;
import dev.treaty.consumer.campaigndialer.CampaignDialer;
import dev.treaty.consumer.campaigndialer.DoNotContactList;
import dev.treaty.consumer.campaigndialer.PhoneNumber;
import dev.treaty.consumer.campaigndialer.TwilioAccount;
import dev.treaty.consumer.campaigndialer.TwilioConnection;
import dev.treaty.consumer.campaigndialer.TwilioEndpoint;
import dev.treaty.consumer.customermail.ApiKey;
import dev.treaty.consumer.customermail.CustomerMail;
import dev.treaty.consumer.customermail.EmailAddress;
import dev.treaty.consumer.customermail.SendGridConnection;
import dev.treaty.consumer.customermail.SendGridEndpoint;
import dev.treaty.consumer.customermail.Sender;
import dev.treaty.consumer.customermail.sent.InMemorySentMails;
import dev.treaty.consumer.customeronboarding.CustomerOnboarding;
import dev.treaty.consumer.customeronboarding.NewCustomer;
import dev.treaty.consumer.customeronboarding.OnboardingLog;
import dev.treaty.consumer.customeronboarding.Vendors;
import dev.treaty.consumer.customersync.Airtable;
import dev.treaty.consumer.customersync.TableAddress;
import dev.treaty.consumer.customersync.connection.AccessToken;
import dev.treaty.consumer.fleettracking.Samsara;
import dev.treaty.consumer.fleettracking.connection.SamsaraToken;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.routeplanning.Mapbox;
import dev.treaty.consumer.routeplanning.connection.MapboxToken;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A company with an account of its own at each vendor, and what is in it. */
final class StubCompany {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Timeouts TIMEOUTS = new Timeouts(PATIENCE, PATIENCE);
    private static final Instant PICKUP = Instant.parse("2027-01-15T07:30:00Z");

    private final StubAccount stripe;
    private final StubAccount twilio;
    private final StubAccount sendGrid;
    private final StubAccount samsara;
    private final StubAccount airtable;
    private final TableAddress table;
    private final String vehicle;
    private final CustomerOnboarding onboarding;

    StubCompany(PackagedStubs stubs) {
        stripe = StubAccount.stripe(stubs);
        twilio = StubAccount.twilio(stubs);
        sendGrid = account(stubs, "sendgrid", "SG.");
        samsara = account(stubs, "samsara", "samsara_api_");
        airtable = account(stubs, "airtable", "pat");
        var created = airtable.post("/__treaty/bases", Map.of("name", "Waste", "tables", List.of(customersTable())));
        table = new TableAddress(
                created.path("id").asText(),
                created.path("tables").path(0).path("id").asText());
        vehicle = samsara.post("/__treaty/vehicles", Map.of("name", "Truck 7", "latitude", 52.5, "longitude", 13.4))
                .path("id")
                .asText();
        onboarding = new CustomerOnboarding(vendors(stubs), OnboardingLog.inMemory());
    }

    private static StubAccount account(PackagedStubs stubs, String vendor, String prefix) {
        return new StubAccount(
                stubs.url(vendor), prefix + UUID.randomUUID().toString().replace("-", ""), "");
    }

    private static Map<String, Object> customersTable() {
        var choices = List.of(Map.of("name", "Residential"), Map.of("name", "Commercial"));
        return Map.of(
                "name",
                "Customers",
                "fields",
                List.of(
                        Map.of("name", "Customer number", "type", "singleLineText"),
                        Map.of("name", "Name", "type", "singleLineText"),
                        Map.of("name", "Email", "type", "email"),
                        Map.of("name", "Phone", "type", "phoneNumber"),
                        Map.of("name", "Service", "type", "singleSelect", "options", Map.of("choices", choices)),
                        Map.of(
                                "name",
                                "Active",
                                "type",
                                "checkbox",
                                "options",
                                Map.of("icon", "check", "color", "greenBright")),
                        Map.of("name", "Monthly fee", "type", "number", "options", Map.of("precision", 2)),
                        Map.of(
                                "name",
                                "Since",
                                "type",
                                "date",
                                "options",
                                Map.of("dateFormat", Map.of("name", "iso")))));
    }

    private Vendors vendors(PackagedStubs stubs) {
        var mapbox = new Mapbox(
                stubs.url("mapbox"),
                new MapboxToken("pk." + UUID.randomUUID().toString().replace("-", "")),
                TIMEOUTS,
                InstantSource.system());
        var payments = new StripeConnection(new StripeAccount(stripe.url(), stripe.user(), PATIENCE, PATIENCE, 0));
        var fleet = new Samsara(samsara.url(), new SamsaraToken(samsara.user()), TIMEOUTS, Clock.systemUTC());
        var mails = new CustomerMail(
                new SendGridConnection(
                        SendGridEndpoint.at(sendGrid.url()).within(PATIENCE, PATIENCE), new ApiKey(sendGrid.user())),
                new Sender(new EmailAddress("hello@waste.example"), "Waste"),
                new InMemorySentMails());
        var texts = new CampaignDialer(
                new TwilioConnection(
                        TwilioEndpoint.at(twilio.url()).within(PATIENCE, PATIENCE),
                        new TwilioAccount(twilio.user(), twilio.password())),
                new Campaign(new PhoneNumber("+15005550006"), URI.create("http://127.0.0.1:9/status")),
                DoNotContactList.inMemory());
        return new Vendors(
                mapbox.geocoder(),
                new StripeCustomers(payments),
                new Airtable(airtable.url(), new AccessToken(airtable.user()), table, TIMEOUTS, InstantSource.system())
                        .customers(),
                fleet.routes(),
                mails,
                texts);
    }

    CustomerOnboarding onboarding() {
        return onboarding;
    }

    NewCustomer erika() {
        return new NewCustomer(
                "K-1042",
                "Erika Mustermann",
                new EmailAddress("erika@example.org"),
                new PhoneNumber("+14155550123"),
                "Pariser Platz 1, 10117 Berlin, Germany",
                "Residential",
                vehicle,
                PICKUP);
    }

    /** How much there is of what the onboarding creates or sends. */
    Counts counts() {
        return new Counts(
                stripe.get("/v1/customers").path("data").size(),
                airtable.get("/v0/%s/%s".formatted(table.base(), table.table()))
                        .path("records")
                        .size(),
                samsara.get("/fleet/routes?startTime=%s&endTime=%s"
                                .formatted(PICKUP.minusSeconds(1), PICKUP.plusSeconds(1)))
                        .path("data")
                        .size(),
                sendGrid.get("/__treaty/mails?to=erika%40example.org")
                        .path("mails")
                        .size(),
                twilio.get("/2010-04-01/Accounts/%s/Messages.json".formatted(twilio.user()))
                        .path("messages")
                        .size());
    }

    /** What is at Stripe, in Airtable, at Samsara, and what was sent by SendGrid and Twilio. */
    record Counts(int accounts, int records, int routes, int mails, int texts) {

        static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);
        static final Counts EVERYTHING = new Counts(1, 1, 1, 1, 1);
    }
}
