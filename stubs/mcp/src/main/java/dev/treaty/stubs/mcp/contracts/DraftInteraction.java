package dev.treaty.stubs.mcp.contracts;

import dev.treaty.stubs.draft.InteractionDraft;
import dev.treaty.stubs.draft.ObservedRequest;
import dev.treaty.stubs.draft.ObservedResponse;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.List;

/** The source of a test that records an interaction. */
public final class DraftInteraction implements AssistantTool {

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "draft_interaction",
                "Draft an interaction",
                "Drafts the Java test that records an interaction, from a request and the response that it should get, and says where the"
                        + " file belongs. Contracts are recorded by such tests and never written by hand. It is a draft: its comments say"
                        + " what only the consumer's team knows. Secrets become placeholders.",
                Parameter.required("consumer", ValueKind.TEXT, "Who sends the request, e.g. billing."),
                Parameter.required("provider", ValueKind.TEXT, "Who responds, e.g. stripe."),
                RequestParameters.METHOD,
                RequestParameters.PATH,
                RequestParameters.HEADERS,
                RequestParameters.BODY,
                Parameter.optional("status", ValueKind.STATUS, "The status of the response. Default: 200."),
                Parameter.optional("response_headers", ValueKind.HEADERS, "The headers of the response."),
                Parameter.optional("response_body", ValueKind.BODY, "The body of the response."),
                Parameter.optional(
                        "description",
                        ValueKind.TEXT,
                        "What is asked, e.g. a request to capture a payment. Default: its method and path."),
                Parameter.optional(
                        "states",
                        ValueKind.STATES,
                        "What must exist before, e.g. [{\"name\": \"a payment exists\", \"params\": {\"id\": \"pi_42\"}}]. Default: a guess from"
                                + " the path."));
    }

    @Override
    public String call(Arguments arguments) {
        var drafted = InteractionDraft.of(
                arguments.text("consumer"), arguments.text("provider"), request(arguments), response(arguments));
        if (arguments.optional("description").isPresent()) {
            drafted = drafted.describedAs(arguments.text("description"));
        }
        for (var state : arguments.states("states").entrySet()) {
            drafted = drafted.given(state.getKey(), state.getValue());
        }
        return "%s\n\n%s\nRun it and refresh the contracts: mvn -pl pacts -am verify\n"
                .formatted(drafted.fileName(), drafted.toJava());
    }

    private static ObservedRequest request(Arguments arguments) {
        var headers = arguments.headers("headers");
        if (arguments.isJson("body")) {
            headers.putIfAbsent("Content-Type", List.of("application/json"));
        }
        return new ObservedRequest(
                RequestParameters.method(arguments),
                RequestParameters.path(arguments),
                headers,
                arguments.body("body"));
    }

    private static ObservedResponse response(Arguments arguments) {
        var headers = arguments.headers("response_headers");
        if (arguments.isJson("response_body")) {
            headers.putIfAbsent("Content-Type", List.of("application/json"));
        }
        return new ObservedResponse(arguments.number("status", 200), headers, arguments.body("response_body"));
    }
}
