package dev.treaty.stubs.mcp.running;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.matching.request.ProviderPath;
import dev.treaty.stubs.mcp.contracts.RequestParameters;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.List;

/** Lets a running server answer a request for which there is no contract yet. */
public final class AddMapping implements AssistantTool {

    private final RunningServer server;

    /** @param server that it changes */
    public AddMapping(RunningServer server) {
        this.server = server;
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "add_mapping",
                "Answer a request without a contract",
                "Lets the running stub server answer a request for which there is no contract, until it stops or remove_mappings. The mapping"
                        + " is marked as one without a contract: no provider has promised it, and nothing verifies it. To make it a promise,"
                        + " record it: draft_interaction.",
                Effect.CHANGES_SERVER,
                List.of(
                        Parameter.required("provider", ValueKind.TEXT, "Whom the request is for, e.g. stripe."),
                        Parameter.required("method", ValueKind.TEXT, "The method, e.g. GET."),
                        Parameter.required(
                                "path",
                                ValueKind.TEXT,
                                "The path for the provider, encoded; with a query, only this query is answered, without one, any is."),
                        Parameter.required("status", ValueKind.STATUS, "The status of the response, e.g. 200."),
                        Parameter.optional("response_headers", ValueKind.HEADERS, "The headers of the response."),
                        Parameter.optional("response_body", ValueKind.BODY, "The body of the response.")));
    }

    @Override
    public String call(Arguments arguments) {
        var added = server.send("POST", "mappings", mapping(arguments).toString());
        return "The server answers %s %s of %s now, without a contract. Its mapping has the id %s.\n"
                .formatted(
                        RequestParameters.method(arguments),
                        RequestParameters.path(arguments),
                        arguments.text("provider"),
                        added.path("id").asText());
    }

    private static ObjectNode mapping(Arguments arguments) {
        var path = RequestParameters.path(arguments);
        var method = RequestParameters.method(arguments);
        var mapping = JsonNodeFactory.instance.objectNode();
        mapping.put("name", SessionMapping.name(method, path));
        mapping.put("persistent", false);
        mapping.putObject("metadata").put(SessionMapping.MARK, true);
        mapping.putObject("request")
                .put("method", method)
                .put(path.contains("?") ? "url" : "urlPath", ProviderPath.of(arguments.text("provider")) + path);
        var response = mapping.putObject("response").put("status", arguments.number("status", 200));
        var headers = arguments.headers("response_headers");
        if (arguments.isJson("response_body")) {
            headers.putIfAbsent("Content-Type", List.of("application/json"));
        }
        var fields = response.putObject("headers");
        headers.forEach((name, values) -> values.forEach(fields.putArray(name)::add));
        response.put("body", arguments.body("response_body"));
        return mapping;
    }
}
