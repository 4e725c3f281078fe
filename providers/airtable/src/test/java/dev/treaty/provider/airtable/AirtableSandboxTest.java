package dev.treaty.provider.airtable;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dairtable.url=… -Dairtable.token=… -Dairtable.base=… -Dairtable.table=…} does, against a stand-in. */
class AirtableSandboxTest {

    private static final String BASE = "appSandbox0000042";
    private static final String TABLE = "tblSandbox0000042";
    private static final String TOKEN = "patRealToken00042";

    private static final Map<String, String> EXAMPLES = Map.of(
            TOKEN,
            "patTest0000000042",
            BASE,
            "appCustomerSync01",
            TABLE,
            "tblCustomers00001",
            "recSandbox0000042",
            "recErika000000001",
            "recTreaty00000000",
            "recMaria000000003",
            "achSandbox0000042",
            "achCustomers00001");

    @TempDir
    private Path results;

    @Test
    void reachable_interactions_are_verified_and_the_others_are_skipped() {
        try (var airtable = SandboxStandIn.start("airtable", "Bearer " + TOKEN, EXAMPLES, setUp())) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(AirtableVerificationTest.class))
                    .configurationParameter("airtable.url", airtable.url().toString())
                    .configurationParameter("airtable.token", TOKEN)
                    .configurationParameter("airtable.base", BASE)
                    .configurationParameter("airtable.table", TABLE)
                    .configurationParameter(
                            "pact.filter.description",
                            "a request (for a customer|for a customer that does not exist|to create ten customers"
                                    + "|to refresh a webhook|for customers with an invalid token|to create a webhook)")
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(5);
            assertThat(interactions.aborted().count()).isEqualTo(1);
        }
    }

    /** Real ids have been replaced by the recorded ones when a request arrives here. */
    private static MappingBuilder[] setUp() {
        var records = "/v0/appCustomerSync01/tblCustomers00001";
        var webhooks = "/v0/bases/appCustomerSync01/webhooks";
        return new MappingBuilder[] {
            post(records)
                    .withRequestBody(matchingJsonPath("$.fields.Name"))
                    .willReturn(okJson("{\"id\": \"recSandbox0000042\"}")),
            patch(urlMatching(records + "/rec.*")).willReturn(okJson("{}")),
            delete(urlMatching(records + "/rec.*")).willReturn(okJson("{}")),
            post(webhooks).willReturn(okJson("{\"id\": \"achSandbox0000042\"}")),
            delete(urlMatching(webhooks + "/ach.*")).willReturn(okJson("{}"))
        };
    }
}
