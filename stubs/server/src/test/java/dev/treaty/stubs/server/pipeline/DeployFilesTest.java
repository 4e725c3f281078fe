package dev.treaty.stubs.server.pipeline;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests in {@code deploy/} agree with the image, with the ports of the providers, and with each other. */
class DeployFilesTest {

    private static final Path DEPLOY = Path.of("deploy");

    private final JsonNode compose = documents("compose.yaml").get(0).at("/services/treaty");
    private final JsonNode deployment = documents("kubernetes.yaml").get(0);
    private final JsonNode service = documents("kubernetes.yaml").get(1);
    private final JsonNode container = deployment.at("/spec/template/spec/containers/0");

    DeployFilesTest() throws IOException {}

    @Test
    void compose_runs_it_with_as_few_rights_as_it_needs() {
        assertThat(compose.path("user").asText()).isEqualTo("1000:1000");
        assertThat(compose.path("read_only").asBoolean()).isTrue();
        assertThat(compose.path("tmpfs")).hasToString("[\"/tmp\"]");
        assertThat(compose.path("cap_drop")).hasToString("[\"ALL\"]");
        assertThat(compose.path("ports").valueStream().map(JsonNode::asText))
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void compose_knows_every_field() throws IOException {
        var file = documents("compose.yaml").get(0);

        assertThat(composeSchema().validate(file)).isEmpty();
        assertThat(documents("compose.yaml")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"read_only, read_onyl", "cap_drop, cap-drop", "services, service", "512m, [512]"})
    void the_check_of_compose_would_notice_a_wrong_field(String right, String wrong) throws IOException {
        var file = Files.readString(DEPLOY.resolve("compose.yaml")).replace(right, wrong);

        assertThat(composeSchema().validate(file, InputFormat.YAML)).isNotEmpty();
    }

    /** Without its {@code $id}, which is no absolute URI, as the validator wants it. */
    private static Schema composeSchema() throws IOException {
        try (var file = DeployFilesTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            var schema = new ObjectMapper().readValue(requireNonNull(file), ObjectNode.class);
            schema.remove("$id");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        }
    }

    @Test
    void kubernetes_runs_it_with_as_few_rights_as_it_needs() {
        assertThat(deployment
                        .at("/spec/template/spec/securityContext/runAsUser")
                        .asInt())
                .isEqualTo(1000);
        assertThat(deployment
                        .at("/spec/template/spec/securityContext/runAsNonRoot")
                        .asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/volumeMounts/0/mountPath").asText()).isEqualTo("/tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe", "readinessProbe", "livenessProbe"})
    void each_probe_asks_for_health_on_the_main_port(String probe) {
        assertThat(container.path(probe).at("/httpGet/path").asText()).isEqualTo("/__admin/health");
        assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("main");
    }

    @Test
    void the_ports_are_those_of_the_providers() throws IOException {
        var ports = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/ports.properties"))) {
            ports.load(file);
        }
        ports.setProperty("main", "8080");

        assertThat(named(container.path("ports"), "containerPort"))
                .isNotEmpty()
                .allSatisfy((name, port) -> assertThat(ports.getProperty(name)).isEqualTo(port));
        assertThat(named(service.at("/spec/ports"), "port")).isEqualTo(named(container.path("ports"), "containerPort"));
        assertThat(service.at("/spec/ports").valueStream())
                .allMatch(port -> port.path("name").equals(port.path("targetPort")));
    }

    @Test
    void kubernetes_knows_every_field() throws IOException {
        V1Deployment.validateJsonElement(JsonParser.parseString(deployment.toString()));
        V1Service.validateJsonElement(JsonParser.parseString(service.toString()));
        assertThat(documents("kubernetes.yaml")).hasSize(2);
    }

    @Test
    void the_check_of_fields_would_notice_a_wrong_one() {
        var misspelled = JsonParser.parseString(deployment.toString().replace("readinessProbe", "readinesProbe"));

        assertThatThrownBy(() -> V1Deployment.validateJsonElement(misspelled)).hasMessageContaining("readinesProbe");
    }

    @Test
    void the_service_finds_the_pods() {
        assertThat(service.at("/spec/selector"))
                .isEqualTo(deployment.at("/spec/selector/matchLabels"))
                .isEqualTo(deployment.at("/spec/template/metadata/labels"));
    }

    @Test
    void both_name_the_same_image() {
        assertThat(compose.path("image").asText())
                .isEqualTo(container.path("image").asText())
                .startsWith("treaty:");
    }

    private static Map<String, String> named(JsonNode ports, String number) {
        return ports.valueStream()
                .collect(toMap(
                        port -> port.path("name").asText(),
                        port -> port.path(number).asText()));
    }

    private static List<JsonNode> documents(String file) throws IOException {
        try (var documents = new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(
                        new YAMLFactory().createParser(DEPLOY.resolve(file).toFile()))) {
            return documents.readAll();
        }
    }
}
