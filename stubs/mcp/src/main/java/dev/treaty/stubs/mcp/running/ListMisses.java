package dev.treaty.stubs.mcp.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.errors.SecretValues;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.mcp.contracts.RequestExplanation;
import dev.treaty.stubs.mcp.contracts.WatchedContracts;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.BoundedText;
import dev.treaty.stubs.mcp.tool.Page;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which requests to a running server nothing answered, and why. */
public final class ListMisses implements AssistantTool {

    private static final int ON_A_PAGE = 5;
    private static final int LONGEST_EXPLANATION = 4_000;
    private static final int LONGEST_PATH = 300;

    private final RunningServer server;
    private final WatchedContracts contracts;

    /** @param contracts by which it explains the misses */
    public ListMisses(RunningServer server, WatchedContracts contracts) {
        this.server = server;
        this.contracts = contracts;
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "list_misses",
                "List requests that nothing answered",
                "Lists the latest requests to the running stub server that nothing answered, the newest first, each with the nearest"
                        + " interactions side by side. The requests are those of the server's journal; the explanations go by the contract"
                        + " files as they are now.",
                Parameter.PAGE);
    }

    @Override
    public String call(Arguments arguments) {
        var explanation = new RequestExplanation(contracts.lookup(), server.address());
        var misses = new LinkedHashMap<List<String>, List<JsonNode>>();
        server.get("requests?unmatched=true")
                .path("requests")
                .forEach(event -> misses.computeIfAbsent(key(event), any -> new ArrayList<>())
                        .add(event));
        var entries = misses.values().stream()
                .skip((arguments.page() - 1L) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(same -> entry(same, explanation))
                .toList();
        return otherContracts()
                + (misses.isEmpty()
                        ? "The server answered every request that its journal has.\n"
                        : Page.part(entries, misses.size(), arguments.page(), "different request", ON_A_PAGE));
    }

    /** Requests that are equal for a reader. */
    private static List<String> key(JsonNode event) {
        var request = event.path("request");
        return List.of(
                request.path("method").asText(),
                request.path("url").asText(),
                request.path("body").asText());
    }

    private static String entry(List<JsonNode> same, RequestExplanation explanation) {
        var newest = same.get(0);
        var request = newest.path("request");
        return "%s %s\n%s, the last at %s, answered with %d\n%s\n"
                .formatted(
                        request.path("method").asText(),
                        path(request),
                        Quantity.of(same.size(), "time"),
                        request.path("loggedDateString").asText(),
                        newest.at("/response/status").asInt(),
                        BoundedText.of(explanation.of(raw(request)), LONGEST_EXPLANATION));
    }

    /** Without the query, in which secrets are; the explanation has what matters of it. */
    private static String path(JsonNode request) {
        var path = request.path("url").asText().replaceFirst("\\?.*", "");
        return SecretValues.replace(BoundedText.of(path, LONGEST_PATH), "***");
    }

    private static RawRequest raw(JsonNode request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.path("headers").properties().forEach(header -> {
            var values = new ArrayList<String>();
            if (header.getValue().isArray()) {
                header.getValue().forEach(value -> values.add(value.asText()));
            } else {
                values.add(header.getValue().asText());
            }
            headers.put(header.getKey(), values);
        });
        return RawRequest.atMainPort(
                request.path("method").asText(),
                request.path("url").asText(),
                headers,
                request.path("body").asText().getBytes(UTF_8));
    }

    /** A server started with other contracts would make every explanation misleading. */
    private String otherContracts() {
        var served = new TreeSet<String>();
        server.get("contracts")
                .path("contracts")
                .forEach(contract -> served.add(contract.path("consumer").asText() + " -> "
                        + contract.path("provider").asText()));
        var known = new TreeSet<String>();
        contracts.lookup().contracts().files().forEach(file -> known.add(file.consumer() + " -> " + file.provider()));
        return served.equals(known)
                ? ""
                : ("Note: the server serves other contracts than this process knows, so explanations may mislead;"
                                + " start both with the same --pacts. The server has %s.\n\n")
                        .formatted(BoundedText.of(served.isEmpty() ? "none" : String.join(", ", served), 1_000));
    }
}
