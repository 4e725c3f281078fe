package dev.treaty.stubs.http.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.files.BrokerOrigin;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ports.ProviderAddresses;
import java.util.Collection;

/** The contracts that are served, for {@code GET /__admin/contracts}. */
public final class ContractList {

    private ContractList() {}

    /** An object with the list {@code contracts}, in the order in which they are served. */
    public static JsonNode of(Collection<PactFile> contracts, ProviderAddresses addresses) {
        var json = JsonNodeFactory.instance.objectNode();
        var list = json.putArray("contracts");
        contracts.forEach(contract -> list.add(contract(contract, addresses)));
        return json;
    }

    private static ObjectNode contract(PactFile contract, ProviderAddresses addresses) {
        var json = JsonNodeFactory.instance.objectNode().put("consumer", contract.consumer());
        json.put("provider", contract.provider());
        var urls = json.putArray("addresses")
                .add(addresses.url(contract.provider()).toString());
        if (addresses.haveTls()) {
            urls.add(addresses.tlsUrl(contract.provider()).toString());
        }
        json.put("interactions", contract.interactions().size());
        contract.broker()
                .ifPresentOrElse(origin -> add(json, origin), () -> json.put("file", PathText.of(contract.path())));
        return json;
    }

    private static void add(ObjectNode json, BrokerOrigin origin) {
        json.put("consumerVersion", origin.consumerVersion());
        origin.branch().ifPresent(branch -> json.put("branch", branch));
        origin.environment().ifPresent(environment -> json.put("environment", environment));
        origin.criteria().forEach(json.putArray("selectedBecause")::add);
        json.put("contentSha", origin.contentSha()).put("url", origin.url());
    }
}
