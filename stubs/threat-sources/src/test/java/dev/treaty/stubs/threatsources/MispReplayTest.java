package dev.treaty.stubs.threatsources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.junit.StubServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StubServer("misp")
class MispReplayTest {

    private final SourceClient misp;

    MispReplayTest(String misp) {
        this.misp = with(misp, "Authorization", SourceClient.newKey());
    }

    private static SourceClient with(String url, String header, String key) {
        return new SourceClient(url, Map.of(header, key, "Accept", "application/json"));
    }

    @Test
    void an_instance_knows_bad_addresses_from_the_start() {
        var found = search("'value': '203.0.113.7', 'type': ['ip-src', 'ip-dst'], 'to_ids': true");

        assertThat(found.text("/response/Attribute/0/Event/info")).isEqualTo("Scanners of SSH servers");
        assertThat(found.text("/response/Attribute/0/Tag/0/name")).isEqualTo("tlp:amber");
        assertThat(found.header("X-Result-Count")).isEqualTo("1");
    }

    @Test
    void every_number_is_a_string() {
        var id = misp.postJson(
                        "/events/add", "{'info': 'Scanners', 'Attribute': [{'type': 'ip-src', 'value': '192.0.2.9'}]}")
                .text("/Event/id");

        assertThat(numbers(misp.get("/events/view/" + id).at(""))).isEmpty();
    }

    private static List<String> numbers(JsonNode node) {
        var numbers = new ArrayList<String>();
        if (node.isNumber()) {
            numbers.add(node.asText());
        }
        node.forEach(child -> numbers.addAll(numbers(child)));
        return numbers;
    }

    @Test
    void nothing_found_is_an_empty_list_and_so_is_the_page_after_the_last() {
        assertThat(found("'value': '192.0.2.33'")).isEmpty();
        assertThat(found("'limit': 2, 'page': 1")).hasSize(2);
        assertThat(found("'limit': 2, 'page': 9")).isEmpty();
    }

    @Test
    void a_search_narrows_by_tag_event_publication_and_age() {
        assertThat(found("'tags': ['tlp:red']")).hasSize(2);
        assertThat(found("'published': false")).singleElement().asString().contains("198.51.100.23");
        assertThat(found("'to_ids': false")).hasSize(1);
        misp.advance("P31D");
        assertThat(found("'last': '30d'")).isEmpty();
    }

    @Test
    void what_is_on_a_warning_list_is_left_out_if_the_search_says_so() {
        assertThat(found("'value': '192.0.2.1'")).hasSize(1);
        assertThat(found("'value': '192.0.2.1', 'enforceWarninglist': true")).isEmpty();
    }

    @Test
    void values_are_looked_up_in_the_warning_lists() {
        var matches = misp.postJson("/warninglists/checkValue", "['10.128.0.2', '203.0.113.7']");

        assertThat(matches)
                .hasToString("200 {\"10.128.0.2\":[{\"id\":\"1\",\"name\":\"List of RFC 1918 CIDR blocks\"}]}");
        assertThat(misp.postJson("/warninglists/checkValue", "['203.0.113.7']")).hasToString("200 []");
    }

    @Test
    void an_event_with_its_attributes_is_found_once_it_is_published() {
        var id = misp.postJson("/events/add", "{'info': 'Scanners', 'distribution': '0'}")
                .text("/Event/id");
        misp.postJson("/attributes/add/" + id, "{'type': 'ip-src', 'value': '192.0.2.9'}");

        assertThat(found("'value': '192.0.2.9', 'published': true")).isEmpty();
        misp.postJson("/events/publish/" + id, "{}");
        assertThat(found("'value': '192.0.2.9', 'published': true")).hasSize(1);
        assertThat(misp.get("/events/view/" + id).text("/Event/attribute_count"))
                .isEqualTo("1");
    }

    @Test
    void what_an_event_knows_is_refused_with_403_and_saved_false() {
        var id = misp.postJson("/events/add", "{'info': 'Scanners'}").text("/Event/id");
        var attribute = "{'type': 'ip-src', 'value': '192.0.2.9'}";
        misp.postJson("/attributes/add/" + id, attribute);

        assertThat(misp.postJson("/attributes/add/" + id, attribute))
                .hasToString(
                        ("403 {\"saved\":false,\"name\":\"Could not add Attribute\",\"message\":\"Could not add Attribute\","
                                        + "\"url\":\"/attributes/add/%s\","
                                        + "\"errors\":{\"value\":[\"A similar attribute already exists for this event.\"]}}")
                                .formatted(id));
    }

    @Test
    void a_sighting_is_shown_with_what_was_seen() {
        misp.postJson("/sightings/add", "{'values': ['203.0.113.7'], 'timestamp': 1768469400}");

        var found = search("'value': '203.0.113.7', 'includeSightings': true");

        assertThat(found.text("/response/Attribute/0/Sighting/0/date_sighting")).isEqualTo("1768469400");
    }

    @Test
    void a_wrong_key_is_forbidden_and_not_unauthorized() {
        for (var key : List.of("", "wrong-key")) {
            var refused = with(misp.url(), "Authorization", key).get("/servers/getVersion");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/message")).startsWith("Authentication failed.");
        }
    }

    @Test
    void the_key_may_come_in_a_header_of_its_own() {
        var version = with(misp.url(), "X-MISP-AUTH", SourceClient.newKey()).get("/servers/getVersion");

        assertThat(version.text("/version")).isEqualTo("2.5.1");
    }

    @Test
    void whoever_does_not_ask_for_json_is_led_to_the_login() {
        var led = new SourceClient(misp.url(), Map.of("Authorization", "test-key")).get("/servers/getVersion");

        assertThat(led.status()).isEqualTo(302);
        assertThat(led.header("Location")).isEqualTo(misp.url() + "/users/login");
    }

    @Test
    void a_limit_says_how_many_seconds_are_left() {
        misp.limitToOneRequest();

        assertThat(search("'limit': 1").header("X-Rate-Limit-Remaining")).isEqualTo("0");
        var refused = search("'limit': 1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/message")).isEqualTo("Rate limit exceeded.");
        assertThat(Integer.parseInt(refused.header("X-Rate-Limit-Reset"))).isBetween(3_500, 3_600);
    }

    private SourceClient.Reply search(String conditions) {
        return misp.postJson("/attributes/restSearch", "{'returnFormat': 'json', %s}".formatted(conditions));
    }

    private JsonNode found(String conditions) {
        return search(conditions).at("/response/Attribute");
    }
}
