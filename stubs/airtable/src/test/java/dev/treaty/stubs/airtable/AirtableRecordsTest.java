package dev.treaty.stubs.airtable;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StubServer("airtable")
class AirtableRecordsTest {

    private final AirtableClient airtable;

    AirtableRecordsTest(String airtable) {
        this.airtable = AirtableClient.withNewBase(airtable);
    }

    @Test
    void empty_cells_are_left_out() {
        var id = airtable.create(
                "{\"Name\": \"Erika\", \"Email\": \"\", \"Active\": false, \"Tags\": [], \"Fee\": null}");

        assertThat(airtable.fields(id)).hasToString("{\"Name\":\"Erika\",\"Number\":1}");
    }

    @Test
    void a_patch_keeps_what_it_does_not_name_and_a_put_clears_it() {
        var id = airtable.create("{\"Name\": \"Erika\", \"Email\": \"e@example.com\"}");

        airtable.customers("PATCH", "/" + id, "{\"fields\": {\"Active\": true}}");
        assertThat(airtable.fields(id))
                .hasToString("{\"Name\":\"Erika\",\"Email\":\"e@example.com\",\"Active\":true,\"Number\":1}");

        airtable.customers("PUT", "/" + id, "{\"fields\": {\"Name\": \"Maria\"}}");
        assertThat(airtable.fields(id)).hasToString("{\"Name\":\"Maria\",\"Number\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Fee\": \"$1,234.50\"}        | Fee     | 1234.5",
                "{\"Fee\": \"none\"}             | Fee     | ",
                "{\"Name\": 42}                  | Name    | \"42\"",
                "{\"Active\": \"checked\"}       | Active  | true",
                "{\"Active\": \"no\"}            | Active  | ",
                "{\"Since\": \"1/15/2026\"}      | Since   | \"2026-01-15\"",
                "{\"Service\": \"Roll-off\"}     | Service | \"Roll-off\"",
                "{\"Tags\": \"VIP, late payer\"} | Tags    | [\"VIP\",\"late payer\"]"
            })
    void typecast_casts(String fields, String field, String value) {
        var created = airtable.customers("POST", "", "{\"fields\": %s, \"typecast\": true}".formatted(fields));

        assertThat(created.body().path("fields").path(field)).hasToString(value == null ? "" : value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Fee\": \"12\"}            | INVALID_VALUE_FOR_COLUMN",
                "{\"Name\": 42}               | INVALID_VALUE_FOR_COLUMN",
                "{\"Active\": \"yes\"}        | INVALID_VALUE_FOR_COLUMN",
                "{\"Since\": \"1/15/2026\"}   | INVALID_VALUE_FOR_COLUMN",
                "{\"Number\": 7}              | INVALID_VALUE_FOR_COLUMN",
                "{\"Service\": \"Roll-off\"}  | INVALID_MULTIPLE_CHOICE_OPTIONS",
                "{\"Tags\": [\"unknown\"]}    | INVALID_MULTIPLE_CHOICE_OPTIONS",
                "{\"Nickname\": \"Eri\"}      | UNKNOWN_FIELD_NAME"
            })
    void without_typecast_a_field_refuses_other_types(String fields, String type) {
        var refused = airtable.customers("POST", "", "{\"fields\": %s}".formatted(fields));

        assertThat(refused.error()).isEqualTo("422 " + type);
        assertThat(airtable.names("?pageSize=100")).isEmpty();
    }

    @Test
    void a_choice_that_typecast_has_added_is_known_from_then_on() {
        airtable.customers("POST", "", "{\"fields\": {\"Service\": \"Roll-off\"}, \"typecast\": true}");

        assertThat(airtable.create("{\"Service\": \"Roll-off\"}")).startsWith("rec");
    }

    @Test
    void links_are_kept_at_both_ends() {
        var link = "{\"name\": \"Sites\", \"type\": \"multipleRecordLinks\", \"options\": {\"linkedTableId\": \"%s\"}}";
        airtable.send(
                "POST",
                "/v0/meta/bases/%s/tables/Customers/fields".formatted(airtable.base()),
                link.formatted(airtable.tableId("Sites")));
        var erika = airtable.customers("POST", "", "{\"fields\": {\"Sites\": [\"Main St 1\"]}, \"typecast\": true}")
                .body();
        var site = erika.at("/fields/Sites/0").asText();

        var path = "/v0/%s/Sites/%s".formatted(airtable.base(), site);
        assertThat(airtable.send("GET", path, "").body().path("fields"))
                .hasToString("{\"Address\":\"Main St 1\",\"Customers\":[\"%s\"]}"
                        .formatted(erika.path("id").asText()));

        airtable.send("DELETE", path, "");
        assertThat(airtable.fields(erika.path("id").asText()).has("Sites")).isFalse();
    }

    @Test
    void an_upsert_changes_what_is_there_and_creates_the_rest() {
        var erika = airtable.create("{\"Name\": \"Erika\", \"Email\": \"e@example.com\"}");

        var upserted = airtable.customers("PATCH", "", """
                {"performUpsert": {"fieldsToMergeOn": ["Email"]}, "records": [
                  {"fields": {"Email": "e@example.com", "Name": "Erika M."}},
                  {"fields": {"Email": "j@example.com", "Name": "Jonas"}}]}""").body();

        assertThat(upserted.path("updatedRecords")).hasToString("[\"%s\"]".formatted(erika));
        assertThat(upserted.path("createdRecords")).hasSize(1);
        assertThat(airtable.names("?pageSize=1")).containsExactly("Erika M.", "Jonas");
    }

    @Test
    void an_upsert_that_matches_several_records_changes_nothing() {
        airtable.create("{\"Name\": \"Erika\"}");
        airtable.create("{\"Name\": \"Erika\"}");

        var refused = airtable.customers("PATCH", "", """
                {"performUpsert": {"fieldsToMergeOn": ["Name"]}, "records": [
                  {"fields": {"Name": "Jonas"}}, {"fields": {"Name": "Erika", "Active": true}}]}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(airtable.names("?pageSize=100")).containsExactly("Erika", "Erika");
    }

    @Test
    void ten_records_are_the_most_of_a_request() {
        var ten = String.join(",", nCopies(10, "{\"fields\": {\"Name\": \"Erika\"}}"));

        assertThat(airtable.customers("POST", "", "{\"records\": [%s]}".formatted(ten))
                        .status())
                .isEqualTo(200);
        assertThat(airtable.customers("POST", "", "{\"records\": [%s, {\"fields\": {}}]}".formatted(ten))
                        .error())
                .isEqualTo("422 INVALID_RECORDS");
        assertThat(airtable.names("?pageSize=100")).hasSize(10);
    }

    @Test
    void several_records_are_deleted_or_none() {
        var erika = airtable.create("{\"Name\": \"Erika\"}");
        var jonas = airtable.create("{\"Name\": \"Jonas\"}");

        assertThat(airtable.customers("DELETE", "?records[]=%s&records[]=recNobody00000042".formatted(erika), "")
                        .error())
                .isEqualTo("422 ROW_DOES_NOT_EXIST");
        assertThat(airtable.customers("DELETE", "?records%%5B%%5D=%s&records%%5B%%5D=%s".formatted(erika, jonas), "")
                        .body())
                .hasToString("{\"records\":[{\"id\":\"%s\",\"deleted\":true},{\"id\":\"%s\",\"deleted\":true}]}"
                        .formatted(erika, jonas));
        assertThat(airtable.names("?pageSize=100")).isEmpty();
    }

    @Test
    void a_record_that_does_not_exist_is_a_plain_404() {
        assertThat(airtable.customers("GET", "/recNobody00000042", "")).hasToString("404 {\"error\":\"NOT_FOUND\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "{\"records\": [1]}", "{\"records\": []}", "{\"fields\": 1}", "nonsense"})
    void a_body_that_is_something_else_is_refused(String body) {
        assertThat(airtable.customers("POST", "", body).status()).isEqualTo(422);
    }
}
