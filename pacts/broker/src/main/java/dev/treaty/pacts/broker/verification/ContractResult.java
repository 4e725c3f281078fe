package dev.treaty.pacts.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.broker.http.HalDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Whether a version of a provider kept a contract.
 *
 * @param providerVersion the version that was verified
 * @param buildUrl the page of the build that verified it
 * @param implementation the tool that verified, e.g. {@code "Treaty"}
 * @param implementationVersion the tool's version
 */
public record ContractResult(
        boolean isSuccess,
        String providerVersion,
        Optional<String> buildUrl,
        List<InteractionOutcome> outcomes,
        String implementation,
        String implementationVersion) {

    /** Copies the list. */
    public ContractResult {
        outcomes = List.copyOf(outcomes);
    }

    /** A result as a broker returns it; the result of another tool may lack everything but its success. */
    public static ContractResult of(HalDocument document) {
        return new ContractResult(
                document.json().path("success").asBoolean(),
                document.text("providerApplicationVersion").orElse(""),
                document.text("buildUrl"),
                outcomes(document.json().path("testResults")),
                document.text("verifiedBy", "implementation").orElse(""),
                document.text("verifiedBy", "version").orElse(""));
    }

    /** An array; old tools wrap it into an object. */
    private static List<InteractionOutcome> outcomes(JsonNode results) {
        var array = results.isObject() ? results.path("tests") : results;
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isObject)
                .map(InteractionOutcome::of)
                .toList();
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("success", isSuccess);
        json.put("providerApplicationVersion", providerVersion);
        buildUrl.ifPresent(url -> json.put("buildUrl", url));
        var array = json.putArray("testResults");
        outcomes.forEach(outcome -> array.add(outcome.json()));
        json.putObject("verifiedBy").put("implementation", implementation).put("version", implementationVersion);
        return json;
    }
}
