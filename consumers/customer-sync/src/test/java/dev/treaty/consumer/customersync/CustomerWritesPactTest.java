package dev.treaty.consumer.customersync;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.customersync.AirtableFixture.ERIKA;
import static dev.treaty.consumer.customersync.AirtableFixture.ERIKA_DATA;
import static dev.treaty.consumer.customersync.AirtableFixture.JONAS;
import static dev.treaty.consumer.customersync.AirtableFixture.RECORDS;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.customersync.connection.AirtableException.Rejected;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writing customers: at most ten with each request. */
@Recording
class CustomerWritesPactTest {

    private static final String TABLE_STATE = "a base has a table of customers";

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact elevenAreCreated(PactDslWithProvider airtable) {
        var ten = write(
                        airtable.given(TABLE_STATE, AirtableFixture.table()),
                        "a request to create ten customers",
                        "POST")
                .body(newRecords(10, true))
                .willRespondWith()
                .status(200)
                .body(RecordBody.created(10));
        return write(
                        ten.given(TABLE_STATE, AirtableFixture.table()),
                        "a request to create the eleventh of eleven customers",
                        "POST")
                .body(newRecords(1, true))
                .willRespondWith()
                .status(200)
                .body(RecordBody.created(1))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "elevenAreCreated")
    void eleven_customers_take_two_requests(MockServer airtable) {
        var created = AirtableFixture.at(airtable).customers().create(nCopies(11, ERIKA_DATA), NewChoices.ADD);

        assertThat(created)
                .hasSize(11)
                .allSatisfy(customer -> assertThat(customer.id()).startsWith("rec"));
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact choiceIsUnknown(PactDslWithProvider airtable) {
        return write(
                        airtable.given(TABLE_STATE, AirtableFixture.table()),
                        "a request to create a customer with a choice that the field does not have",
                        "POST")
                .body(newJsonBody(body -> {
                            body.array(
                                    "records",
                                    records -> records.object(record -> record.object("fields", fields -> {
                                        fields.stringType("Customer number", "C-1001");
                                        fields.stringType("Name", "Erika Mustermann");
                                        fields.stringValue("Service", "Roll-off");
                                        fields.booleanType("Active", true);
                                    })));
                            body.booleanValue("typecast", false);
                        })
                        .build())
                .willRespondWith()
                .status(422)
                .body(RecordBody.error(
                        "INVALID_MULTIPLE_CHOICE_OPTIONS",
                        "Insufficient permissions to create new select option \"Roll-off\""))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "choiceIsUnknown")
    void without_typecast_a_new_choice_is_rejected(MockServer airtable) {
        var customers = AirtableFixture.at(airtable).customers();
        var rollOff = new CustomerData(
                "C-1001",
                "Erika Mustermann",
                Optional.empty(),
                Optional.empty(),
                Optional.of("Roll-off"),
                true,
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> customers.create(List.of(rollOff), NewChoices.REJECT))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.type()).isEqualTo("INVALID_MULTIPLE_CHOICE_OPTIONS"))
                .hasMessageStartingWith("Airtable rejected the request (HTTP 422, INVALID_MULTIPLE_CHOICE_OPTIONS): ");
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact fieldIsUnknown(PactDslWithProvider airtable) {
        return write(
                        airtable.given("a table of customers lacks a field", AirtableFixture.table("field", "Since")),
                        "a request to create a customer with a field that the table does not have",
                        "POST")
                .body(newRecords(1, true))
                .willRespondWith()
                .status(422)
                .body(RecordBody.error("UNKNOWN_FIELD_NAME", "Unknown field name: \"Since\""))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "fieldIsUnknown")
    void a_field_that_somebody_has_removed_is_named(MockServer airtable) {
        var customers = AirtableFixture.at(airtable).customers();

        assertThatThrownBy(() -> customers.create(List.of(ERIKA_DATA), NewChoices.ADD))
                .isInstanceOf(Rejected.class)
                .hasMessage("""
                        Airtable rejected the request (HTTP 422, UNKNOWN_FIELD_NAME): Unknown field name: "Since"
                          where: POST %s%s
                          fix:   compare the fields of the table with those of the client; the same request will be rejected again""".formatted(airtable.getUrl(), RECORDS));
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact upsert(PactDslWithProvider airtable) {
        return write(
                        airtable.given("a customer exists", AirtableFixture.table("id", ERIKA, "number", "C-1001"))
                                .given("no customer has a number", AirtableFixture.table("number", "C-1002")),
                        "a request to upsert a known and a new customer",
                        "PATCH")
                .body(newJsonBody(body -> {
                            body.object(
                                    "performUpsert",
                                    upsert -> upsert.array(
                                            "fieldsToMergeOn", fields -> fields.stringValue("Customer number")));
                            body.array("records", records -> {
                                records.object(record -> record.object("fields", fields -> {
                                    RecordBody.written(fields);
                                    fields.stringValue("Customer number", "C-1001");
                                }));
                                records.object(record -> record.object("fields", fields -> {
                                    RecordBody.written(fields);
                                    fields.stringValue("Customer number", "C-1002");
                                    fields.nullValue("Phone");
                                }));
                            });
                            body.booleanValue("typecast", true);
                        })
                        .build())
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> {
                            body.array("records", records -> {
                                records.object(record -> RecordBody.known(record, ERIKA));
                                records.object(record -> {
                                    record.stringMatcher("id", AirtableFixture.RECORD_REGEX, JONAS);
                                    record.object("fields", RecordBody::fields);
                                });
                            });
                            body.array("createdRecords", ids -> ids.stringMatcher(AirtableFixture.RECORD_REGEX, JONAS));
                            body.array("updatedRecords", ids -> ids.stringValue(ERIKA));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "upsert")
    void an_upsert_tells_what_is_new(MockServer airtable) {
        var jonas = new CustomerData(
                "C-1002",
                "Jonas",
                Optional.of("jonas@example.com"),
                Optional.empty(),
                ERIKA_DATA.service(),
                true,
                ERIKA_DATA.monthlyFee(),
                ERIKA_DATA.since());

        var result = AirtableFixture.at(airtable).customers().upsert(List.of(ERIKA_DATA, jonas));

        assertThat(result.created()).containsExactly(JONAS);
        assertThat(result.updated()).containsExactly(ERIKA);
        assertThat(result.customers()).extracting(Customer::id).containsExactly(ERIKA, JONAS);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact update(PactDslWithProvider airtable) {
        return write(
                        airtable.given("a customer exists", AirtableFixture.table("id", ERIKA)),
                        "a request to update a customer",
                        "PATCH")
                .body(newJsonBody(body -> {
                            body.array(
                                    "records",
                                    records -> records.object(record -> {
                                        record.stringValue("id", ERIKA);
                                        record.object("fields", RecordBody::written);
                                    }));
                            body.booleanValue("typecast", true);
                        })
                        .build())
                .willRespondWith()
                .status(200)
                .body(RecordBody.records(ERIKA))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "update")
    void an_update_returns_the_customer(MockServer airtable) {
        var updated = AirtableFixture.at(airtable).customers().update(List.of(new Customer(ERIKA, ERIKA_DATA)));

        assertThat(updated).extracting(Customer::id).containsExactly(ERIKA);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact delete(PactDslWithProvider airtable) {
        return airtable.given("customers exist", AirtableFixture.table("first", ERIKA, "second", JONAS))
                .uponReceiving("a request to delete customers")
                .method("DELETE")
                .path(RECORDS)
                .query("records[]=%s&records[]=%s".formatted(ERIKA, JONAS))
                .matchHeader("Authorization", AirtableFixture.AUTHORIZATION_REGEX, AirtableFixture.AUTHORIZATION)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array("records", records -> {
                            for (var id : List.of(ERIKA, JONAS)) {
                                records.object(record -> {
                                    record.stringValue("id", id);
                                    record.booleanValue("deleted", true);
                                });
                            }
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "delete")
    void several_customers_are_deleted_at_once(MockServer airtable) {
        var customers = AirtableFixture.at(airtable).customers();

        assertThatCode(() -> customers.delete(List.of(ERIKA, JONAS))).doesNotThrowAnyException();
    }

    private static PactDslRequestWithPath write(PactDslWithState state, String description, String method) {
        return state.uponReceiving(description)
                .method(method)
                .path(RECORDS)
                .headers(RecordBody.HEADERS)
                .matchHeader("Authorization", AirtableFixture.AUTHORIZATION_REGEX, AirtableFixture.AUTHORIZATION);
    }

    private static DslPart newRecords(int count, boolean typecast) {
        return newJsonBody(body -> {
                    body.array("records", records -> {
                        for (var i = 0; i < count; i++) {
                            records.object(record -> record.object("fields", RecordBody::written));
                        }
                    });
                    body.booleanValue("typecast", typecast);
                })
                .build();
    }
}
