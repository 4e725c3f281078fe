package dev.treaty.provider.airtable;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;

/**
 * Verifies Airtable's replay, or with {@code -Dairtable.url=https://api.airtable.com -Dairtable.token=pat… -Dairtable.base=app…
 * -Dairtable.table=tbl…} Airtable itself. The table has the fields Customer number, Name (text), Email, Phone, Service (single select with
 * Residential), Active (checkbox), Monthly fee (currency) and Since (date). What the states create there is deleted afterwards; what an
 * interaction creates stays.
 */
@Provider("airtable")
@UnreachableState(state = "a table holds three customers", because = AirtableVerificationTest.HAS_ITS_OWN)
@UnreachableState(state = "a list of customers was begun", because = AirtableVerificationTest.HAS_ITS_OWN)
@UnreachableState(state = "a view shows a customer", because = AirtableVerificationTest.BY_PEOPLE)
@UnreachableState(state = "a table of customers lacks a field", because = AirtableVerificationTest.BY_PEOPLE)
@UnreachableState(
        state = "a token has only one scope",
        because = "it needs another token, which only people can create")
@UnreachableState(
        state = "a base may have another webhook",
        because = "a base may have ten, and each run would leave one behind")
@UnreachableState(
        state = "the rate limit is exceeded",
        because = "it would stop what else works with the base for half a minute")
class AirtableVerificationTest extends VendorVerification {

    static final String HAS_ITS_OWN = "the table may have records of its own";
    static final String BY_PEOPLE = "the API cannot create views or remove fields";

    private static final String RECORDED_BASE = "appCustomerSync01";
    private static final String RECORDED_TABLE = "tblCustomers00001";
    private static final String NO_RECORD = "recTreaty00000000";
    private static final String ID = "id";

    private final Set<String> created = new ConcurrentSkipListSet<>();
    private final Set<String> webhooks = new ConcurrentSkipListSet<>();

    @Override
    protected String authorization() {
        return "Bearer " + setting("token");
    }

    /** A token of its own; base and table keep the ids of the contract. */
    @Override
    protected Map<String, String> replayAccount() {
        var token = "pat" + UUID.randomUUID().toString().replace("-", "");
        return Map.of("token", token, "base", RECORDED_BASE, "table", RECORDED_TABLE);
    }

    @Override
    protected Map<String, String> realValues() {
        return Map.of(RECORDED_BASE, setting("base"), RECORDED_TABLE, setting("table"));
    }

    /** The replay gives a record the id of the contract. */
    @State("a customer exists")
    Map<String, Object> aCustomerExists(Map<String, Object> customer) {
        if (sandbox() == null) {
            return bringAbout("a customer exists", customer);
        }
        var number = "T-" + UUID.randomUUID();
        var email = String.valueOf(customer.getOrDefault("email", "erika@example.com"));
        var id = create(number, email);
        return customer.containsKey("number") ? Map.of(ID, id, "number", number) : Map.of(ID, id);
    }

    @State("customers exist")
    Map<String, Object> customersExist(Map<String, Object> customers) {
        if (sandbox() == null) {
            return bringAbout("customers exist", customers);
        }
        return Map.of("first", create(), "second", create());
    }

    @State("no customer exists")
    Map<String, Object> noCustomerExists(Map<String, Object> customer) {
        if (sandbox() == null) {
            return bringAbout("no customer exists", customer);
        }
        return Map.of(ID, NO_RECORD);
    }

    @State("no customer has a number")
    Map<String, Object> noCustomerHasANumber(Map<String, Object> customer) {
        if (sandbox() == null) {
            return bringAbout("no customer has a number", customer);
        }
        return Map.of("number", "T-" + UUID.randomUUID());
    }

    @State("a base has a table of customers")
    void aBaseHasATableOfCustomers(Map<String, Object> table) {
        if (sandbox() == null) {
            bringAbout("a base has a table of customers", table);
        }
    }

    @State("a token is invalid")
    void aTokenIsInvalid() {}

    @State("a webhook exists")
    Map<String, Object> aWebhookExists(Map<String, Object> webhook) {
        return sandbox() == null ? bringAbout("a webhook exists", webhook) : Map.of("webhook", createWebhook());
    }

    @State("customers have changed")
    Map<String, Object> customersHaveChanged(Map<String, Object> changes) {
        if (sandbox() == null) {
            return bringAbout("customers have changed", changes);
        }
        var changed = create();
        var deleted = create();
        var webhook = createWebhook();
        var added = create();
        vendorRequest()
                .contentType("application/json")
                .body(Map.of("fields", Map.of("Phone", "+15005550006")))
                .patch(records() + "/" + changed);
        delete(deleted);
        return Map.of("webhook", webhook, "created", added, "changed", changed, "deleted", deleted);
    }

    private String create() {
        return create("T-" + UUID.randomUUID(), "erika@example.com");
    }

    private String create(String number, String email) {
        var fields = Map.of(
                "Customer number",
                number,
                "Name",
                "Treaty verification",
                "Email",
                email,
                "Service",
                "Residential",
                "Active",
                true,
                "Monthly fee",
                24.5,
                "Since",
                "2026-01-15");
        var response = vendorRequest()
                .contentType("application/json")
                .body(Map.of("fields", fields))
                .post(records());
        String id = response.path(ID);
        created.add(id);
        return id;
    }

    private String createWebhook() {
        var filters = Map.of("dataTypes", new String[] {"tableData"}, "recordChangeScope", setting("table"));
        var response = vendorRequest()
                .contentType("application/json")
                .body(Map.of("specification", Map.of("options", Map.of("filters", filters))))
                .post(webhooks());
        String id = response.path(ID);
        webhooks.add(id);
        return id;
    }

    private void delete(String id) {
        created.remove(id);
        vendorRequest().delete(records() + "/" + id);
    }

    private String records() {
        return "/v0/" + setting("base") + "/" + setting("table");
    }

    private String webhooks() {
        return "/v0/bases/" + setting("base") + "/webhooks";
    }

    @AfterAll
    void deleteWhatTheStatesCreated() {
        Set.copyOf(created).forEach(this::delete);
        webhooks.forEach(id -> vendorRequest().delete(webhooks() + "/" + id));
    }
}
