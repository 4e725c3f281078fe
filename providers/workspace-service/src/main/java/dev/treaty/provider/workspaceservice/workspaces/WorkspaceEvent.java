package dev.treaty.provider.workspaceservice.workspaces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.service.outbox.OutboxEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The events about changes of workspaces, each in the version of its schema that its type names. */
final class WorkspaceEvent {

    private static final String SOURCE = "https://treaty.dev/services/workspace-service";
    private static final String TYPES = "dev.treaty.%s.v1";
    private static final String SCHEMAS = "https://treaty.dev/schemas/%s/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private WorkspaceEvent() {}

    static OutboxEvent created(Workspace workspace, Instant at) {
        return about(workspace, "workspace.created", data(workspace), at);
    }

    static OutboxEvent renamed(Workspace workspace, String previousName, Instant at) {
        var data = data(workspace);
        data.put("previousName", previousName);
        return about(workspace, "workspace.renamed", data, at);
    }

    /** @param workspace in the version after its last one, so that its deletion is newer than everything else */
    static OutboxEvent deleted(Workspace workspace, Instant at) {
        return about(workspace, "workspace.deleted", data(workspace), at);
    }

    static OutboxEvent invited(Workspace workspace, Member invited, Caller by, Instant at) {
        var data = new LinkedHashMap<String, Object>();
        data.put("workspace", Map.of("id", workspace.id(), "name", workspace.name()));
        data.put("email", invited.email().orElseThrow());
        data.put("role", invited.role().value());
        data.put("invitedBy", by.id());
        return about(workspace, "member.invited", data, at);
    }

    private static Map<String, Object> data(Workspace workspace) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", workspace.id());
        data.put("name", workspace.name());
        data.put("owner", workspace.owner());
        data.put("version", workspace.version());
        return data;
    }

    private static OutboxEvent about(Workspace workspace, String what, Map<String, Object> data, Instant at) {
        var id = Ids.event();
        var type = TYPES.formatted(what);
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", SOURCE);
        event.put("type", type);
        event.put("subject", workspace.id());
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", SCHEMAS.formatted(what));
        event.put("data", data);
        return new OutboxEvent(id, type, workspace.id(), json(event));
    }

    private static String json(Map<String, Object> event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, strings and numbers can be written as JSON", e);
        }
    }
}
