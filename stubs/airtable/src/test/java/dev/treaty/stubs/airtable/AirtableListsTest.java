package dev.treaty.stubs.airtable;

import static dev.treaty.stubs.airtable.AirtableClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@StubServer("airtable")
class AirtableListsTest {

    private final AirtableClient airtable;

    AirtableListsTest(String airtable) {
        this.airtable = AirtableClient.withNewBase(airtable);
    }

    @BeforeEach
    void createCustomers() {
        airtable.create("{\"Name\": \"Erika\", \"Email\": \"erika@example.com\", \"Active\": true, \"Fee\": 24.5}");
        airtable.create(
                "{\"Name\": \"Jonas O'Neil\", \"Service\": \"Commercial\", \"Fee\": 8, \"Since\": \"2026-01-15\"}");
        airtable.create("{\"Name\": \"maria\", \"Service\": \"Residential\", \"Active\": true, \"Tags\": [\"VIP\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Name}='Erika'                                 | Erika",
                "Name = \"Jonas O'Neil\"                        | Jonas O'Neil",
                "{Name}='Jonas O\\'Neil'                        | Jonas O'Neil",
                "NOT({Active})                                  | Jonas O'Neil",
                "AND({Active}, {Fee} > 10)                      | Erika",
                "OR({Fee}<=8, {Tags}='VIP')                     | Jonas O'Neil,maria",
                "{Service}=BLANK()                              | Erika",
                "{Email}!=''                                    | Erika",
                "FIND('O', {Name})                              | Jonas O'Neil",
                "SEARCH('example', {Email}) > 0                 | Erika",
                "LOWER({Name})='MARIA'                          | ``",
                "UPPER({Name})='MARIA'                          | maria",
                "IF({Active}, 'yes', 'no')='no'                 | Jonas O'Neil",
                "{Name} & ' ' & {Fee} = 'Erika 24.5'            | Erika",
                "{Fee} * 2 - 1 = 48                             | Erika",
                "-{Fee} < -(2 + 3) * 4                          | Erika",
                "IS_BEFORE({Since}, '2026-02-01')               | Erika,Jonas O'Neil,maria",
                "RECORD_ID()='recNobody00000042'                | ``"
            })
    void formulas_filter(String formula, String names) {
        assertThat(String.join(",", airtable.names("?filterByFormula=" + encoded(formula))))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Nickname}='x'",
                "{Name}=",
                "AND(",
                "'open",
                "{Name",
                "IF()",
                "1.2.3",
                "#",
                "{Name} {Email}",
                "{Name}+1"
            })
    void a_wrong_formula_is_refused(String formula) {
        assertThat(airtable.customers("GET", "?filterByFormula=" + encoded(formula), "")
                        .error())
                .isEqualTo("422 INVALID_FILTER_BY_FORMULA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "1+"})
    void a_formula_of_any_length_is_answered(String part) {
        var formula = part.repeat(6_000) + "1";

        assertThat(airtable.customers("POST", "/listRecords", "{\"filterByFormula\": \"%s\"}".formatted(formula))
                        .error())
                .isEqualTo("422 INVALID_FILTER_BY_FORMULA");
    }

    @Test
    void a_function_that_the_replay_does_not_know_says_so() {
        var refused = airtable.customers("GET", "?filterByFormula=" + encoded("REGEX_MATCH({Name}, 'E')"), "");

        assertThat(refused.error()).isEqualTo("422 INVALID_REQUEST_UNKNOWN");
        assertThat(refused.header("Treaty-Not-Covered")).isEqualTo("the function REGEX_MATCH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?sort[0][field]=Name&sort[0][direction]=desc                  | maria,Jonas O'Neil,Erika",
                "?sort[0][field]=Fee                                           | maria,Jonas O'Neil,Erika",
                "?sort[0][field]=Active&sort[1][field]=Name&sort[1][direction]=desc | Jonas O'Neil,maria,Erika",
                "?sort[0][field]=Service&sort[0][direction]=desc               | Jonas O'Neil,maria,Erika",
                "?maxRecords=2&pageSize=1                                      | Erika,Jonas O'Neil",
                "?pageSize=2                                                   | Erika,Jonas O'Neil,maria"
            })
    void lists_are_sorted_and_limited(String query, String names) {
        assertThat(String.join(",", airtable.names(query.replace("[", "%5B").replace("]", "%5D"))))
                .isEqualTo(names);
    }

    @Test
    void only_the_fields_that_are_named_come_by_their_ids() {
        var fee = airtable.fieldId("Customers", "Fee");
        var body = "{\"fields\": [\"Fee\"], \"returnFieldsByFieldId\": true, \"filterByFormula\": \"{Fee}=8\"}";

        var record = airtable.customers("POST", "/listRecords", body).body().at("/records/0");

        assertThat(record.path("fields")).hasToString("{\"%s\":8}".formatted(fee));
    }

    @Test
    void a_view_filters_and_sorts() {
        airtable.control("/views", """
                {"base": "%s", "table": "Customers", "name": "Active", "filterByFormula": "{Active}",
                 "sort": [{"field": "Name", "direction": "desc"}]}""".formatted(airtable.base()));

        assertThat(airtable.names("?view=Active")).containsExactly("maria", "Erika");
        assertThat(airtable.names("?view=Active&filterByFormula=" + encoded("{Fee}")))
                .containsExactly("Erika");
        assertThat(airtable.customers("GET", "?view=Nobody", "").error()).isEqualTo("422 VIEW_NAME_NOT_FOUND");
    }

    @Test
    void an_offset_expires_by_the_clock() {
        var offset = encoded(airtable.customers("GET", "?pageSize=2", "")
                .body()
                .path("offset")
                .asText());
        assertThat(airtable.customers("GET", "?pageSize=2&offset=" + offset, "")
                        .body()
                        .path("records"))
                .hasSize(1);

        var further = encoded(airtable.customers("GET", "?pageSize=2", "")
                .body()
                .path("offset")
                .asText());
        airtable.advance("PT5M");

        assertThat(airtable.customers("GET", "?pageSize=2&offset=" + further, "")
                        .error())
                .isEqualTo("422 LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
    }

    @Test
    void an_offset_goes_with_the_query_of_its_list() {
        var offset = encoded(airtable.customers("GET", "?pageSize=1&filterByFormula=Active", "")
                .body()
                .path("offset")
                .asText());

        var refused = airtable.customers("GET", "?pageSize=1&offset=" + offset, "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Treaty-Not-Covered")).contains("repeat them with each page");
        assertThat(airtable.customers("GET", "?offset=100", "").error()).isEqualTo("422 INVALID_REQUEST_UNKNOWN");
    }

    @Test
    void a_url_that_is_too_long_is_refused() {
        assertThat(airtable.customers("GET", "?filterByFormula=" + "1".repeat(16_000), "")
                        .error())
                .isEqualTo("422 INVALID_REQUEST_UNKNOWN");
    }
}
