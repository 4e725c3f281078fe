package dev.treaty.stubs.http.admin;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WireMock's admin API, in which the contracts are the default stub mappings. */
class AdminApiTest {

    @TempDir
    Path folder;

    private ReplayServer stub;

    @BeforeEach
    void start() {
        var contract = pact(
                "web",
                "api",
                http(
                        "a request for a thing",
                        "[{\"name\": \"a thing exists\", \"params\": {\"id\": 7}}]",
                        "{\"method\": \"GET\", \"path\": \"/things/7\"}",
                        text("from the contract")),
                get("/others", "others"));
        stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .listen("api", 0)
                .start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void files_that_mappings_may_name_are_listed() {
        given().get(stub.url() + "/__admin/files").then().statusCode(200).body("", hasSize(0));

        given().body("hello")
                .put(stub.url() + "/__admin/files/hello.txt")
                .then()
                .statusCode(200);

        given().get(stub.url() + "/__admin/files").then().statusCode(200).body("", hasItem("hello.txt"));
    }

    @Test
    void every_interaction_is_listed_and_can_be_traced_to_its_contract() {
        admin().get("/mappings")
                .then()
                .statusCode(200)
                .body("meta.total", equalTo(2))
                .body("mappings[0].name", equalTo("a request for a thing"))
                .body("mappings[0].request.method", equalTo("GET"))
                .body("mappings[0].request.urlPath", equalTo("/api/things/7"))
                .body("mappings[0].response.body", equalTo("from the contract"))
                .body("mappings[0].metadata.consumer", equalTo("web"))
                .body("mappings[0].metadata.provider", equalTo("api"))
                .body(
                        "mappings[0].metadata.file",
                        equalTo(folder.resolve("1.json").toString()))
                .body("mappings[0].metadata.description", equalTo("a request for a thing"))
                .body("mappings[0].metadata.states[0].name", equalTo("a thing exists"))
                .body("mappings[0].metadata.states[0].params.id", equalTo(7))
                .body("mappings[0].metadata.key", not(equalTo("null")))
                .body("mappings[1].name", equalTo("a GET of /others"));
    }

    @Test
    void mapping_ids_are_the_same_in_every_run() {
        try (var again = ReplayServer.builder().pacts(stub.pacts()).start()) {
            var ids = admin().get("/mappings").path("mappings.id");

            assertThat(given().baseUri(again.url() + "/__admin")
                            .get("/mappings")
                            .<Object>path("mappings.id"))
                    .isEqualTo(ids);
        }
    }

    @Test
    void an_added_mapping_takes_precedence_over_the_contracts() {
        add(
                "{\"request\": {\"method\": \"GET\", \"urlPath\": \"/api/things/7\"}, \"response\": {\"body\": \"added\"}}");

        assertThat(textOf("/api/things/7")).isEqualTo("added");
        assertThat(textOf("/api/others")).isEqualTo("others");
    }

    @Test
    void an_added_mapping_applies_to_the_provider_s_own_port_too() {
        add("{\"request\": {\"urlPathPattern\": \"/api/added/.*\"}, \"response\": {\"status\": 202}}");

        assertThat(RawHttp.send(stub.url("api").getPort(), Request.get("/added/x"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_low_priority_mapping_answers_only_what_no_contract_answers() {
        add(
                "{\"priority\": 6, \"request\": {\"urlPathPattern\": \"/api/.*\"}, \"response\": {\"body\": \"fallback\"}}");

        assertThat(textOf("/api/things/7")).isEqualTo("from the contract");
        assertThat(textOf("/api/unknown")).isEqualTo("fallback");
    }

    @Test
    void scenarios_work_alongside_contracts() {
        add("""
                {"scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "Then",
                 "request": {"urlPath": "/api/things/7"}, "response": {"body": "once"}}""");

        assertThat(textOf("/api/things/7")).isEqualTo("once");
        assertThat(textOf("/api/things/7")).isEqualTo("from the contract");
    }

    @Test
    void a_contract_s_mapping_answers_as_edited() {
        var id = admin().get("/mappings").<String>path("mappings[0].id");
        admin().contentType("application/json")
                .body("""
                        {"request": {"method": "GET", "customMatcher": {"name": "pact-request", "parameters": {"interaction": "%s"}}},
                         "response": {"status": 503, "body": "edited"}}""".formatted(id))
                .put("/mappings/" + id)
                .then()
                .statusCode(200);

        assertThat(textOf("/api/things/7")).isEqualTo("edited");
        assertThat(textOf("/api/others")).isEqualTo("others");
        admin().get("/mappings").then().body("meta.total", equalTo(2));
    }

    @Test
    void a_contract_s_mapping_can_be_removed_and_a_reset_restores_it() {
        var id = admin().get("/mappings").<String>path("mappings[0].id");

        admin().delete("/mappings/" + id).then().statusCode(200);
        assertThat(textOf("/api/things/7")).contains("unknown-path");
        assertThat(textOf("/api/others")).isEqualTo("others");
        admin().get("/mappings").then().body("meta.total", equalTo(1));

        add("{\"request\": {\"urlPath\": \"/api/others\"}, \"response\": {\"body\": \"added\"}}");
        admin().post("/mappings/reset").then().statusCode(200);
        assertThat(textOf("/api/things/7")).isEqualTo("from the contract");
        assertThat(textOf("/api/others")).isEqualTo("others");
    }

    @Test
    void all_mappings_can_be_removed() {
        admin().delete("/mappings").then().statusCode(200);

        admin().get("/mappings").then().body("mappings", hasSize(0));
        assertThat(textOf("/api/others")).contains("No interaction of api is for GET /others.");
    }

    @Test
    void saving_the_mappings_does_not_change_the_contracts() {
        admin().post("/mappings/save").then().statusCode(200);

        assertThat(textOf("/api/things/7")).isEqualTo("from the contract");
        admin().get("/mappings").then().body("meta.total", equalTo(2));
    }

    @Test
    void the_journal_distinguishes_matched_from_unmatched_requests() {
        textOf("/api/others");
        textOf("/api/unknown");

        admin().get("/requests")
                .then()
                .body("requests.request.url", hasItem("/api/others"))
                .body(
                        "requests.find { it.request.url == '/api/others' }.stubMapping.metadata.consumer",
                        equalTo("web"));
        admin().get("/requests/unmatched")
                .then()
                .body("requests", hasSize(1))
                .body("requests[0].url", equalTo("/api/unknown"));
    }

    @Test
    void near_misses_name_the_interaction() {
        textOf("/api/things/8");

        admin().get("/requests/unmatched/near-misses")
                .then()
                .statusCode(200)
                .body("nearMisses.stubMapping.name", hasItem("a request for a thing"));
    }

    @Test
    void the_admin_api_also_works_on_a_provider_s_own_port() {
        var admin = stub.url("api") + "/__admin";
        given().contentType("application/json")
                .body("""
                        {"scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "Then",
                         "request": {"urlPath": "/api/step"}, "response": {"body": "added"}}""")
                .post(admin + "/mappings")
                .then()
                .statusCode(201);
        assertThat(given().get(stub.url("api") + "/step").asString()).isEqualTo("added");
        given().get(stub.url("api") + "/things/8");

        given().get(admin + "/mappings").then().body("meta.total", equalTo(3));
        given().get(admin + "/requests").then().body("requests.request.url", hasItem("/api/things/8"));
        given().get(admin + "/requests/unmatched/near-misses")
                .then()
                .body("nearMisses.stubMapping.name", hasItem("a request for a thing"));
        given().get(admin + "/scenarios").then().body("scenarios[0].state", equalTo("Then"));
        given().post(admin + "/scenarios/reset").then().statusCode(200);
        given().get(admin + "/scenarios").then().body("scenarios[0].state", equalTo("Started"));
        given().contentType("application/json").body("{\"fixedDelay\": 1}").post(admin + "/settings");
        admin().get("/settings").then().body("settings.fixedDelay", equalTo(1));
    }

    @Test
    void the_journal_is_bounded() throws Exception {
        var client = HttpClient.newHttpClient();
        var request =
                HttpRequest.newBuilder(URI.create(stub.url("api") + "/others")).build();
        for (var i = 0; i < 1_010; i++) {
            client.send(request, BodyHandlers.discarding());
        }

        admin().get("/requests?limit=1").then().body("meta.total", equalTo(1_000));
    }

    private void add(String mapping) {
        admin().contentType("application/json")
                .body(mapping)
                .post("/mappings")
                .then()
                .statusCode(201);
    }

    private RequestSpecification admin() {
        return given().baseUri(stub.url() + "/__admin");
    }

    private String textOf(String target) {
        return RawHttp.send(stub.port(), Request.get(target)).text();
    }
}
