package dev.treaty.provider.workspaceservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * News of a change, as a <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvent 1.0</a> in
 * structured content mode. Whoever receives one twice knows it by its id.
 *
 * @param id e.g. {@code "evt_…"}; another for each event
 * @param type with the version of its schema, e.g. {@code "dev.treaty.workspace.created.v1"}
 * @param workspace the id of the workspace; its events come in the order of its changes
 * @param content the event as it is published, in its JSON format
 */
record Event(String id, String type, String workspace, String content) {

    static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final String SOURCE = "https://treaty.dev/services/workspace-service";
    private static final String TYPES = "dev.treaty.%s.v1";
    private static final String SCHEMAS = "https://treaty.dev/schemas/%s/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Event created(Workspace workspace, Instant at) {
        return about(workspace, "workspace.created", data(workspace), at);
    }

    static Event renamed(Workspace workspace, String previousName, Instant at) {
        var data = data(workspace);
        data.put("previousName", previousName);
        return about(workspace, "workspace.renamed", data, at);
    }

    /** @param workspace in the version after its last one, so that its deletion is newer than all else */
    static Event deleted(Workspace workspace, Instant at) {
        return about(workspace, "workspace.deleted", data(workspace), at);
    }

    static Event invited(Workspace workspace, Member invited, Caller by, Instant at) {
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

    private static Event about(Workspace workspace, String what, Map<String, Object> data, Instant at) {
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
        return new Event(id, type, workspace.id(), json(event));
    }

    private static String json(Map<String, Object> event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, texts and numbers are always JSON", e);
        }
    }

    /** Without the content, which has people's addresses. */
    @Override
    public String toString() {
        return "Event[%s %s of %s]".formatted(type, id, workspace);
    }
}
