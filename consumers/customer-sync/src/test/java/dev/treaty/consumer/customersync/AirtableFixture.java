package dev.treaty.consumer.customersync;

import au.com.dius.pact.consumer.MockServer;
import dev.treaty.consumer.customersync.connection.AccessToken;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the tests share: a table, a token, customers, and how the client connects. */
final class AirtableFixture {

    static final String BASE = "appCustomerSync01";
    static final String TABLE = "tblCustomers00001";
    static final String RECORDS = "/v0/" + BASE + "/" + TABLE;
    static final String WEBHOOKS = "/v0/bases/" + BASE + "/webhooks";

    static final String ERIKA = "recErika000000001";
    static final String JONAS = "recJonas000000002";
    static final String MARIA = "recMaria000000003";
    static final String WEBHOOK = "achCustomers00001";

    static final String TOKEN = "patTest0000000042";

    /** What the vendor must accept: any token. */
    static final String AUTHORIZATION_REGEX = "Bearer .+";

    static final String AUTHORIZATION = "Bearer " + TOKEN;

    /** Time as Airtable writes it. */
    static final String TIME_REGEX = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z";

    static final String TIME = "2026-01-15T09:30:00.000Z";
    static final String RECORD_REGEX = "rec[A-Za-z0-9]{14}";

    static final CustomerData ERIKA_DATA = new CustomerData(
            "C-1001",
            "Erika Mustermann",
            Optional.of("erika@example.com"),
            Optional.of("+15005550006"),
            Optional.of("Residential"),
            true,
            Optional.of(new BigDecimal("24.5")),
            Optional.of(LocalDate.of(2026, 1, 15)));

    /** Long enough for a busy machine. */
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private AirtableFixture() {}

    static Airtable at(MockServer airtable) {
        return at(URI.create(airtable.getUrl()), TOKEN, Examples.CLOCK);
    }

    static Airtable at(MockServer airtable, String token) {
        return at(URI.create(airtable.getUrl()), token, Examples.CLOCK);
    }

    static Airtable at(URI airtable, String token, InstantSource clock) {
        return new Airtable(airtable, new AccessToken(token), new TableAddress(BASE, TABLE), TIMEOUTS, clock);
    }

    /** The parameters of a state about the table. */
    static Map<String, Object> table() {
        return Map.of("base", BASE, "table", TABLE);
    }

    /** The same with more: names and values, in turn. */
    static Map<String, Object> table(String... more) {
        var parameters = new LinkedHashMap<String, Object>(table());
        for (var i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return parameters;
    }
}
