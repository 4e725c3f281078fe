package dev.treaty.consumer.customersync;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import java.util.Map;

/** Records of customers in recorded bodies. */
final class RecordBody {

    /** The headers of a request with a body. */
    static final Map<String, String> HEADERS = Map.of("Accept", "application/json", "Content-Type", "application/json");

    private RecordBody() {}

    /** Records with these ids, which the state names. */
    static DslPart records(String... ids) {
        return newJsonBody(body -> body.array("records", records -> {
                    for (var id : ids) {
                        records.object(record -> known(record, id));
                    }
                }))
                .build();
    }

    /** As {@link #records}, and there are more. */
    static DslPart recordsAndOffset(String... ids) {
        return newJsonBody(body -> {
                    body.array("records", records -> {
                        for (var id : ids) {
                            records.object(record -> known(record, id));
                        }
                    });
                    body.stringMatcher("offset", "itr\\w+/rec\\w+", "itrCustomers00001/" + AirtableFixture.MARIA);
                })
                .build();
    }

    static void known(LambdaDslObject record, String id) {
        record.stringValue("id", id);
        record.object("fields", RecordBody::fields);
    }

    /** Records that get ids of Airtable's. */
    static DslPart created(int count) {
        return newJsonBody(body -> created(body, count)).build();
    }

    static void created(LambdaDslJsonBody body, int count) {
        body.array("records", records -> {
            for (var i = 0; i < count; i++) {
                records.object(record -> {
                    record.stringMatcher("id", AirtableFixture.RECORD_REGEX, AirtableFixture.ERIKA);
                    record.object("fields", RecordBody::fields);
                });
            }
        });
    }

    /** Only what is never empty: Airtable leaves out empty cells. */
    static void fields(LambdaDslObject fields) {
        fields.stringType("Customer number", "C-1001");
        fields.stringType("Name", "Erika Mustermann");
    }

    /** The fields of a customer as the client writes them. */
    static void written(LambdaDslObject fields) {
        fields.stringType("Customer number", "C-1001");
        fields.stringType("Name", "Erika Mustermann");
        fields.stringType("Email", "erika@example.com");
        fields.stringType("Phone", "+15005550006");
        fields.stringType("Service", "Residential");
        fields.booleanType("Active", true);
        fields.decimalType("Monthly fee", 24.5);
        fields.stringType("Since", "2026-01-15");
    }

    /** {@code {"error": {"type", "message"}}}; the client decides by the type. */
    static DslPart error(String type, String message) {
        return newJsonBody(body -> body.object("error", error -> {
                    error.stringValue("type", type);
                    error.stringType("message", message);
                }))
                .build();
    }
}
