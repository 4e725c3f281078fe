package dev.treaty.consumer.customersync;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.customersync.AirtableFixture.ERIKA;
import static dev.treaty.consumer.customersync.AirtableFixture.JONAS;
import static dev.treaty.consumer.customersync.AirtableFixture.MARIA;
import static dev.treaty.consumer.customersync.AirtableFixture.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.customersync.connection.AirtableException;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading customers, in pages and one by one. */
@Recording
class CustomersPactTest {

    private static final String OFFSET = "itrCustomers00001/" + MARIA;

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact firstPage(PactDslWithProvider airtable) {
        return get(
                        airtable.given(
                                "a table holds three customers",
                                AirtableFixture.table("first", ERIKA, "second", JONAS, "third", MARIA)),
                        "a request for the first page of customers",
                        RECORDS)
                .query("pageSize=2")
                .willRespondWith()
                .status(200)
                .body(RecordBody.recordsAndOffset(ERIKA, JONAS))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "firstPage")
    void a_page_says_where_the_next_one_begins(MockServer airtable) {
        var page = AirtableFixture.at(airtable)
                .customers()
                .first(CustomerQuery.all().inPagesOf(2));

        assertThat(page.customers()).extracting(Customer::id).containsExactly(ERIKA, JONAS);
        assertThat(page.next()).contains(OFFSET);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact lastPage(PactDslWithProvider airtable) {
        var begun = AirtableFixture.table("first", ERIKA, "second", JONAS, "third", MARIA, "offset", OFFSET);
        return get(
                        airtable.given("a list of customers was begun", begun),
                        "a request for the last page of customers",
                        RECORDS)
                .query("pageSize=2&offset=" + OFFSET)
                .willRespondWith()
                .status(200)
                .body(RecordBody.records(MARIA))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "lastPage")
    void the_last_page_has_no_offset(MockServer airtable) {
        var page = AirtableFixture.at(airtable)
                .customers()
                .next(CustomerQuery.all().inPagesOf(2), OFFSET);

        assertThat(page.customers()).extracting(Customer::id).containsExactly(MARIA);
        assertThat(page.next()).isEmpty();
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact customersByEmail(PactDslWithProvider airtable) {
        var state = AirtableFixture.table("id", ERIKA, "email", "erika.o'neil@example.com");
        return get(
                        airtable.given("a customer exists", state),
                        "a request for the customers with an e-mail address",
                        RECORDS)
                .query("pageSize=100&filterByFormula={Email}='erika.o\\'neil@example.com'")
                .willRespondWith()
                .status(200)
                .body(RecordBody.records(ERIKA))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "customersByEmail")
    void a_formula_finds_an_address_with_an_apostrophe(MockServer airtable) {
        var found = AirtableFixture.at(airtable)
                .customers()
                .all(CustomerQuery.all().where(Formula.isEqual("Email", "erika.o'neil@example.com")));

        assertThat(found).extracting(Customer::id).containsExactly(ERIKA);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact customersOfAView(PactDslWithProvider airtable) {
        var state = AirtableFixture.table("view", "Active customers", "first", ERIKA);
        return get(airtable.given("a view shows a customer", state), "a request for the customers in a view", RECORDS)
                .query("pageSize=100&view=Active customers")
                .willRespondWith()
                .status(200)
                .body(RecordBody.records(ERIKA))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "customersOfAView")
    void a_view_limits_the_list(MockServer airtable) {
        var found =
                AirtableFixture.at(airtable).customers().all(CustomerQuery.all().inView("Active customers"));

        assertThat(found).extracting(Customer::id).containsExactly(ERIKA);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact customersByIds(PactDslWithProvider airtable) {
        return airtable.given("customers exist", AirtableFixture.table("first", ERIKA, "second", MARIA))
                .uponReceiving("a request for the customers with some ids")
                .method("POST")
                .path(RECORDS + "/listRecords")
                .headers(RecordBody.HEADERS)
                .matchHeader("Authorization", AirtableFixture.AUTHORIZATION_REGEX, AirtableFixture.AUTHORIZATION)
                .body(newJsonBody(body -> {
                            body.numberValue("pageSize", 100);
                            body.stringValue(
                                    "filterByFormula", "OR(RECORD_ID()='%s',RECORD_ID()='%s')".formatted(ERIKA, MARIA));
                        })
                        .build())
                .willRespondWith()
                .status(200)
                .body(RecordBody.records(ERIKA, MARIA))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "customersByIds")
    void a_formula_of_any_length_goes_into_a_body(MockServer airtable) {
        var found = AirtableFixture.at(airtable).customers().withIds(List.of(MARIA, ERIKA));

        assertThat(found).extracting(Customer::id).containsExactly(ERIKA, MARIA);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact customer(PactDslWithProvider airtable) {
        return get(
                        airtable.given("a customer exists", AirtableFixture.table("id", ERIKA)),
                        "a request for a customer",
                        RECORDS + "/" + ERIKA)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(record -> {
                            record.stringValue("id", ERIKA);
                            record.object("fields", fields -> {
                                RecordBody.fields(fields);
                                fields.stringType("Email", "erika@example.com");
                                fields.stringType("Service", "Residential");
                                fields.booleanType("Active", true);
                                fields.numberType("Monthly fee", 24.5);
                                fields.stringMatcher("Since", "\\d{4}-\\d{2}-\\d{2}", "2026-01-15");
                            });
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "customer")
    void an_empty_cell_is_left_out_and_read_as_empty(MockServer airtable) {
        var erika = AirtableFixture.at(airtable).customers().find(ERIKA).data();

        assertThat(erika.since()).isEqualTo(AirtableFixture.ERIKA_DATA.since());
        assertThat(erika.monthlyFee()).isEqualTo(AirtableFixture.ERIKA_DATA.monthlyFee());
        assertThat(erika.active()).isTrue();
        assertThat(erika.phone()).isEmpty();
    }

    /** The body is not part of the contract: public reports disagree about its shape, and the client does not need it. */
    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact noCustomer(PactDslWithProvider airtable) {
        return get(
                        airtable.given("no customer exists", AirtableFixture.table("id", MARIA)),
                        "a request for a customer that does not exist",
                        RECORDS + "/" + MARIA)
                .willRespondWith()
                .status(404)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noCustomer")
    void a_customer_that_does_not_exist_is_not_found(MockServer airtable) {
        var customers = AirtableFixture.at(airtable).customers();

        assertThatThrownBy(() -> customers.find(MARIA))
                .isInstanceOf(AirtableException.NotFound.class)
                .hasMessage("""
                        Airtable has nothing there (HTTP 404).
                          where: GET %s%s/%s
                          fix:   check the id; it may have been deleted""".formatted(airtable.getUrl(), RECORDS, MARIA));
    }

    private static PactDslRequestWithPath get(PactDslWithState state, String description, String path) {
        return state.uponReceiving(description)
                .method("GET")
                .path(path)
                .headers(Map.of("Accept", "application/json"))
                .matchHeader("Authorization", AirtableFixture.AUTHORIZATION_REGEX, AirtableFixture.AUTHORIZATION);
    }
}
