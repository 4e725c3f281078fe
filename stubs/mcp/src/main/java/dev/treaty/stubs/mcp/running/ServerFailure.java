package dev.treaty.stubs.mcp.running;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.mcp.tool.BoundedText;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A running server does not answer, or refuses. */
final class ServerFailure extends TreatyException {

    private static final int UNAUTHORIZED = 401;
    private static final int LONGEST = 2_000;
    private static final String PASS_TOKEN = "start treaty mcp with the server's token in TREATY_ADMIN_TOKEN";

    /** An error of the server, as {@link dev.treaty.pacts.errors.ErrorMessage} has it. */
    private static final Pattern THREE_LINES = Pattern.compile("(?s)(.*)\n  where: (.*)\n  fix:   (.*)");

    private ServerFailure(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }

    static ServerFailure unreachable(URI address, Exception cause) {
        return new ServerFailure(
                "No stub server answers.",
                address.toString(),
                "start one (java -jar treaty.jar serve), or start treaty mcp with --server and its main address",
                cause);
    }

    static ServerFailure refused(URI address, String method, String path, int status, JsonNode problem) {
        var detail = BoundedText.of(
                problem.path("detail").asText(problem.at("/errors/0/title").asText()), LONGEST);
        var lines = THREE_LINES.matcher(detail);
        if (lines.matches()) {
            return new ServerFailure(
                    "The stub server refused this with %d: %s".formatted(status, lines.group(1)),
                    lines.group(2),
                    status == UNAUTHORIZED ? PASS_TOKEN : lines.group(3),
                    null);
        }
        return new ServerFailure(
                "The stub server refused this with %d%s".formatted(status, detail.isEmpty() ? "." : ": " + detail),
                "%s %s__admin/%s".formatted(method, address, path),
                status == UNAUTHORIZED ? PASS_TOKEN : "check that a stub server is at this address",
                null);
    }
}
