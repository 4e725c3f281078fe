package dev.treaty.stubs.mcp.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.List;
import java.util.Locale;

/** A request as an assistant describes it. */
public final class RequestParameters {

    static final Parameter METHOD = Parameter.required("method", ValueKind.TEXT, "The method, e.g. GET.");

    static final Parameter PATH = Parameter.required(
            "path",
            ValueKind.TEXT,
            "The path for the provider, percent-encoded, with its query if it has one, e.g. /v1/charges?limit=2.");

    static final Parameter HEADERS = Parameter.optional(
            "headers", ValueKind.HEADERS, "The headers of the request, e.g. {\"Content-Type\": \"application/json\"}.");

    static final Parameter BODY = Parameter.optional(
            "body",
            ValueKind.BODY,
            "The body of the request; as text if its numbers or its form matter, e.g. amount=2000&currency=eur.");

    private static final String CONTENT_TYPE = "Content-Type";

    private RequestParameters() {}

    /** The request as it would arrive at the port of the provider. */
    static RawRequest read(String provider, Arguments arguments) {
        var headers = arguments.headers(HEADERS.name());
        if (arguments.isJson(BODY.name())) {
            headers.putIfAbsent(CONTENT_TYPE, List.of("application/json"));
        }
        return RawRequest.atPortOf(
                provider,
                method(arguments),
                path(arguments),
                headers,
                arguments.body(BODY.name()).getBytes(UTF_8));
    }

    /** In upper case. */
    public static String method(Arguments arguments) {
        var method = arguments.text(METHOD.name()).strip().toUpperCase(Locale.ROOT);
        if (!method.matches("[A-Z]{1,20}")) {
            throw new NoSuchRequest(
                    "A method has letters only.", "the argument \"method\"", "use GET, POST, PUT, PATCH or DELETE");
        }
        return method;
    }

    /** With its query. */
    public static String path(Arguments arguments) {
        var path = arguments.text(PATH.name()).strip();
        if (!path.startsWith("/")) {
            throw new NoSuchRequest(
                    "The path does not begin with a slash.",
                    "the argument \"path\"",
                    "leave out scheme, host and port, and begin with /");
        }
        return path;
    }

    /** No request can be like that. */
    private static final class NoSuchRequest extends TreatyException {

        NoSuchRequest(String what, String where, String fix) {
            super(what, where, fix);
        }
    }
}
