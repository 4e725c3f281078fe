package dev.treaty.pacts.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerContractTest {

    private static final String PACT = """
            {"consumer": {"name": "web"}, "provider": {"name": "shop"}, "createdAt": "2026-11-28T16:52:26+00:00",
             "interactions": [{"_id": "6a32", "description": "a price",
                               "request": {"method": "GET", "path": "/"}, "response": {"status": 200, "body": {"price": 1.10}}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """;

    private static BrokerOrigin version(String number) {
        return new BrokerOrigin(
                number, Optional.empty(), Optional.empty(), List.of(), "sha", "https://broker.example/1");
    }

    @Test
    void names_that_look_like_urls_are_one_name() {
        var contract = PactFile.ofBroker(
                version("feat/x"), "https://web.example", "https://shop.example", PACT, PactFileLimits.DEFAULT);

        assertThat(contract.provider()).isEqualTo("https://shop.example");
        assertThat(contract.path()).hasToString("https___web.example-https___shop.example version feat_x");
        assertThat(contract.as(version("v2")).path())
                .hasToString("https___web.example-https___shop.example version v2");
    }
}
