package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import org.junit.jupiter.api.Test;

class ProviderPortsTest {

    private final ProviderPorts ports = new ProviderPorts();

    @Test
    void ports_that_clients_have_written_down_stay() {
        assertThat(ports.all())
                .containsEntry("stripe", 12111)
                .containsEntry("twilio", 12112)
                .containsEntry("cablecast", 12113)
                .containsEntry("mapbox", 12117)
                .containsEntry("sendgrid", 12114)
                .containsEntry("airtable", 12116)
                .containsEntry("samsara", 12115)
                .containsEntry("virustotal", 12118)
                .containsEntry("abuseipdb", 12119)
                .containsEntry("misp", 12120)
                .containsEntry("api-gateway", 12121)
                .containsEntry("auth-service", 12122)
                .containsEntry("workspace-service", 12123)
                .containsEntry("environment-cloner", 12124)
                .containsEntry("threat-intelligence", 12125);
    }

    @Test
    void no_two_providers_share_a_port() {
        assertThat(ports.all().values()).doesNotHaveDuplicates();
    }

    @Test
    void each_provider_of_a_committed_contract_has_a_port() {
        assertThat(ports.all().keySet())
                .containsAll(
                        PactFile.onClassPath().stream().map(PactFile::provider).toList());
    }

    @Test
    void a_provider_without_a_row_has_no_port_of_its_own() {
        assertThat(ports.of("bakery")).isEmpty();
    }
}
