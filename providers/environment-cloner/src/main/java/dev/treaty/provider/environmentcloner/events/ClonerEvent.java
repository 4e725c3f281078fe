package dev.treaty.provider.environmentcloner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import dev.treaty.provider.service.RandomId;
import dev.treaty.provider.service.outbox.OutboxEvent;
import dev.treaty.provider.service.problems.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events, each in the version of its schema that its type names. */
public final class ClonerEvent {

    private static final String SOURCE = "https://treaty.dev/services/environment-cloner";
    private static final String TYPES = "dev.treaty.%s.v1";
    private static final String SCHEMAS = "https://treaty.dev/schemas/%s/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClonerEvent() {}

    /**
     * A clone is in the place of its target's former database.
     *
     * @param backup the id of the backup of that database; null if it was dropped
     */
    public static OutboxEvent completed(Operation clone, @Nullable String backup, Instant at) {
        var data = data(clone);
        data.put("rows", clone.progress().rows());
        if (backup != null) {
            data.put("backup", backup);
        }
        return about(clone.id(), "clone.completed", data, at);
    }

    /** A clone failed, or the restoration of a backup. */
    public static OutboxEvent failed(Operation operation, Failure failure, boolean rolledBack, Instant at) {
        var isClone = operation.kind() == OperationKind.CLONE;
        var data = isClone ? data(operation) : restoration(operation);
        data.put("phase", operation.phase().orElse(OperationPhase.CHECKING).word());
        data.put("rolledBack", rolledBack);
        data.put("problem", document(failure));
        return about(operation.id(), isClone ? "clone.failed" : "restoration.failed", data, at);
    }

    /** A clone was cancelled, and its target is as it was. */
    public static OutboxEvent cancelled(Operation operation, Instant at) {
        var isClone = operation.kind() == OperationKind.CLONE;
        var data = isClone ? data(operation) : restoration(operation);
        data.put("cancelledBy", operation.cancelledBy().orElse(operation.requestedBy()));
        return about(operation.id(), isClone ? "clone.cancelled" : "restoration.cancelled", data, at);
    }

    /** A former database is in the place of its environment's again. */
    public static OutboxEvent restored(Operation restoration, Instant at) {
        return about(restoration.id(), "environment.restored", restoration(restoration), at);
    }

    /**
     * Somebody tried what a wall around production prevented.
     *
     * @param what they tried, e.g. {@code a clone of training into production}
     */
    public static OutboxEvent refused(WallRefusal refusal, Requester requester, String what, Instant at) {
        var data = new LinkedHashMap<String, Object>();
        data.put("level", "critical");
        data.put("environment", refusal.environment());
        data.put("who", requester.id());
        data.put("what", what);
        data.put("wall", refusal.wall().word());
        data.put("problem", document(refusal.failure()));
        return about(refusal.environment(), "production.access-refused", data, at);
    }

    /** A backup is going to be deleted. */
    public static OutboxEvent expires(String backup, String environment, Instant expiresAt, Instant at) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", backup);
        data.put("environment", environment);
        data.put("expiresAt", time(expiresAt));
        return about(backup, "backup.expires", data, at);
    }

    private static Map<String, Object> restoration(Operation operation) {
        var data = new LinkedHashMap<String, Object>();
        data.put("environment", operation.target());
        data.put("backup", operation.restored().orElseThrow());
        data.put("restoredBy", operation.requestedBy());
        return data;
    }

    private static Map<String, Object> data(Operation operation) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", operation.id());
        operation.source().ifPresent(source -> data.put("source", source));
        data.put("target", operation.target());
        data.put("requestedBy", operation.requestedBy());
        return data;
    }

    private static Map<String, Object> document(Failure failure) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", Problem.TYPES + failure.slug());
        document.put("title", failure.what());
        document.put("where", failure.where());
        document.put("fix", failure.fix());
        return document;
    }

    private static OutboxEvent about(String subject, String what, Map<String, Object> data, Instant at) {
        var id = RandomId.withPrefix("evt_");
        var type = TYPES.formatted(what);
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", SOURCE);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", time(at));
        event.put("datacontenttype", "application/json");
        event.put("dataschema", SCHEMAS.formatted(what));
        event.put("data", data);
        return new OutboxEvent(id, type, subject, json(event));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String json(Map<String, Object> event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, strings and numbers can be written as JSON", e);
        }
    }
}
