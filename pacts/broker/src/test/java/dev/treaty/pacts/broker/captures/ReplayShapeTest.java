package dev.treaty.pacts.broker.captures;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.net.URI;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The replay says nothing that the real broker does not say: each field and link of its answers is in a captured one. */
class ReplayShapeTest {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    private JsonNode send(String method, String target, String body) throws Exception {
        var port = URI.create(broker.url()).getPort();
        var response = RawHttp.send(
                port, RawHttp.Request.post(target, "application/json", body).withMethod(method));
        return JSON.readTree(response.text());
    }

    private JsonNode get(String target) throws Exception {
        return send("GET", target, "");
    }

    private JsonNode publish(String version, int status) throws Exception {
        var content = pact(
                "api-gateway",
                "auth-service",
                http(
                        "a person registers",
                        "{\"method\": \"POST\", \"path\": \"/users\"}",
                        "{\"status\": %d}".formatted(status)));
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("pacticipantName", "api-gateway")
                .put("branch", "main");
        body.put("pacticipantVersionNumber", version);
        body.putArray("contracts")
                .addObject()
                .put("consumerName", "api-gateway")
                .put("providerName", "auth-service")
                .put("content", Base64.getEncoder().encodeToString(content.getBytes(UTF_8)));
        return send("POST", "/contracts/publish", body.toString());
    }

    @Test
    void entry_page() throws Exception {
        assertThatFields(get("/")).areIn("index");
    }

    @Test
    void publications() throws Exception {
        assertThatFields(publish("1", 201)).areIn("publish");
        assertThatFields(publish("1", 202)).areIn("publish-conflict");
    }

    @Test
    void versions_environments_and_deployments() throws Exception {
        publish("1", 201);
        var environment = send("POST", "/environments", "{\"name\": \"test\", \"production\": false}");
        var version = get("/pacticipants/api-gateway/versions/1");
        var record = URI.create(
                        version.at("/_links/pb:record-deployment/0/href").asText())
                .getPath();
        send("POST", record, "{}");

        // The captured version is deployed without an instance; the broker's version_decorator.rb adds
        // application_instance.
        assertThatFields(get("/pacticipants/api-gateway/versions/1")).areIn("version-with-contracts");
        var deployed = send("POST", record, "{\"applicationInstance\": \"blue\"}");
        assertThatFields(send("POST", "/environments", "{\"name\": \"test\", \"production\": false}"))
                .areIn("environment-exists");
        assertThatFields(get("/environments")).areIn("environments");
        assertThatFields(deployed).areIn("record-deployment");
        assertThatFields(get("/environments/%s/deployed-versions/currently-deployed"
                        .formatted(environment.path("uuid").asText())))
                .areIn("deployed-versions");
    }

    @Test
    void contracts_and_results() throws Exception {
        publish("1", 201);
        publish("2", 202);
        var question =
                "{\"providerVersionBranch\": \"main\", \"consumerVersionSelectors\": [{\"mainBranch\": true}], \"includeWipPactsSince\": \"2026-01-01\"}";
        var selected = send("POST", "/pacts/provider/auth-service/for-verification", question);
        var pact = get(
                URI.create(selected.at("/_embedded/pacts/0/_links/self/href").asText())
                        .getPath());
        var results = URI.create(
                        pact.at("/_links/pb:publish-verification-results/href").asText())
                .getPath();

        assertThatFields(selected).areIn("pacts-for-verification");
        assertThatFields(pact.path("_links"))
                .areInThe(Capture.named("pact").json().path("_links"));
        assertThat(pact.path("interactions").path(0).has("_id")).isTrue();
        assertThatFields(send("POST", results, "{\"success\": true, \"providerApplicationVersion\": \"auth1\"}"))
                .areIn("result-of-another-tool");
        assertThatFields(get("/matrix?q[][pacticipant]=api-gateway&q[][version]=2&latestby=cvpv&latest=true"))
                .areIn("matrix-one-instance-failed");
        assertThatFields(get("/matrix?q[][pacticipant]=api-gateway&q[][version]=1&latestby=cvpv&latest=true"))
                .areIn("matrix-unknown");
        assertThatFields(get("/pacticipants/api-gateway")).areIn("pacticipant");
    }

    @Test
    void what_was_not_seen_is_not_invented() throws Exception {
        var port = URI.create(broker.url()).getPort();

        var response = RawHttp.send(port, RawHttp.Request.get("/webhooks"));

        assertThat(response.status()).isEqualTo(501);
        assertThat(response.text()).contains("GET /webhooks");
    }

    private static FieldAssertion assertThatFields(JsonNode answer) {
        return new FieldAssertion(answer);
    }

    private record FieldAssertion(JsonNode answer) {

        void areIn(String capture) {
            areInThe(Capture.named(capture).json());
        }

        void areInThe(JsonNode captured) {
            assertThat(fields(captured)).containsAll(fields(answer));
            assertThat(fields(answer)).isNotEmpty();
        }

        private static Set<String> fields(JsonNode node) {
            var fields = new TreeSet<String>();
            collect("", node, fields);
            return fields;
        }

        private static void collect(String path, JsonNode node, Set<String> fields) {
            if (node instanceof ObjectNode object) {
                object.properties().forEach(field -> {
                    fields.add(path + "/" + field.getKey());
                    collect(path + "/" + field.getKey(), field.getValue(), fields);
                });
            }
            if (node.isArray()) {
                node.forEach(element -> collect(path + "/*", element, fields));
            }
        }
    }
}
