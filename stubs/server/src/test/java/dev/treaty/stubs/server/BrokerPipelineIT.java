package dev.treaty.stubs.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commands of a pipeline, as a pipeline runs them: publish, gate, verify, gate, deploy. */
class BrokerPipelineIT {

    private static final String COMMIT = "4f2c9d0e8b7a6f5e4d3c2b1a09f8e7d6c5b4a392";

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    private CommandRun treaty(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--broker-base-url=" + broker.url());
        return StubServerProcess.run(all.toArray(String[]::new));
    }

    private CommandRun gate() throws Exception {
        return treaty("can-i-deploy", "--pacticipant=web-app", "--version=" + COMMIT, "--to-environment=production");
    }

    @Test
    void a_version_is_published_verified_and_deployed() throws Exception {
        var pact = Path.of("../../pacts/web-app-api-gateway.json").toString();

        var environment = treaty("create-environment", "--name=production", "--production");
        var published = treaty("publish", pact, "--consumer-app-version=" + COMMIT, "--branch=main");
        var before = gate();
        verifyAndDeployTheGateway();
        var after = gate();
        var deployed =
                treaty("record-deployment", "--pacticipant=web-app", "--version=" + COMMIT, "--environment=production");
        var environments = treaty("environments");
        var served = servedFromProduction();

        assertThat(environment.exitCode()).as(environment.output()).isZero();
        assertThat(published.exitCode()).as(published.output()).isZero();
        assertThat(published.output()).contains("Pact successfully published for web-app version " + COMMIT);
        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(before.output())
                .startsWith("No, because a verification is missing: version " + COMMIT + " of web-app");
        assertThat(after.exitCode()).as(after.output()).isZero();
        assertThat(after.output()).startsWith("Yes: version " + COMMIT + " of web-app can be deployed to production.");
        assertThat(deployed.exitCode()).as(deployed.output()).isZero();
        assertThat(environments.output()).contains("production");
        assertThat(served).containsExactly(COMMIT);
    }

    /** The versions of the consumers that a stub server of the environment says it serves. */
    private List<String> servedFromProduction() throws Exception {
        try (var stubs = StubServerProcess.serving(
                "--port=0",
                "--listen=api-gateway=0",
                "--broker=" + broker.url(),
                "--provider=api-gateway",
                "--environment=production")) {
            return given().get(stubs.url("api-gateway") + "/__admin/contracts")
                    .jsonPath()
                    .getList("contracts.consumerVersion");
        }
    }

    private void verifyAndDeployTheGateway() {
        var client = PactBroker.at(broker.url(), Map.of(), line -> {});
        var contracts = client.providerContracts();
        var content = contracts.content(
                "%s/pacts/provider/api-gateway/consumer/web-app/version/%s".formatted(broker.url(), COMMIT));
        contracts.publish(content, new ContractResult(true, "gw1", Optional.empty(), List.of(), "Treaty", "1.0"));
        client.deployments().recordDeployment("api-gateway", "gw1", "production", Optional.empty());
    }

    @Test
    void a_broker_that_is_away_exits_with_2() throws Exception {
        broker.close();

        var run = gate();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).startsWith("The broker cannot be asked: no answer (ConnectException).");
    }

    @Test
    void the_jar_has_two_names() {
        assertThat(StubServerProcess.JAR.resolveSibling("treaty.jar")).hasSameBinaryContentAs(StubServerProcess.JAR);
    }
}
