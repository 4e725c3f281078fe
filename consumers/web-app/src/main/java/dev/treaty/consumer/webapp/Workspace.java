package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.GatewayResponse;
import java.time.Instant;

/**
 * A workspace in one of its versions.
 *
 * @param id opaque, e.g. {@code "ws_42"}
 * @param name as the members chose it
 * @param role what the user may do in it
 * @param createdAt when it was created
 * @param version the entity tag (RFC 9110, section 8.8.3), quotes included, e.g. {@code "\"1\""}; a change is made to this
 *     version or not at all
 */
public record Workspace(String id, String name, Role role, Instant createdAt, String version) {

    /** Reads the workspace from a response, whose version is in a header. */
    static Workspace of(GatewayResponse response) {
        var workspace = response.document();
        return new Workspace(
                workspace.text("id"),
                workspace.text("name"),
                Role.in(workspace),
                workspace.time("createdAt"),
                response.header("ETag").orElseThrow(() -> response.unexpected("it has no ETag")));
    }
}
