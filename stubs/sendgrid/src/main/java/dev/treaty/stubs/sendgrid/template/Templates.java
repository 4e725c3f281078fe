package dev.treaty.stubs.sendgrid.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/** The templates of an account, each with its versions. */
public final class Templates {

    static final String VERSIONS = "versions";

    private static final ObjectKind TEMPLATES = ObjectKind.of("template");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final World world;

    /** Of an account's world. */
    public Templates(World world) {
        this.world = world;
    }

    /** The id of a new template: one of a dynamic template says so. */
    static String newId(boolean isDynamic) {
        var uuid = UUID.randomUUID().toString();
        return isDynamic ? "d-" + uuid.replace("-", "") : uuid;
    }

    /** The template with this id. */
    public Optional<ObjectNode> find(String id) {
        return world.objects(TEMPLATES).find(id);
    }

    /** The version of a template that mails use. */
    public static Optional<ObjectNode> activeVersion(ObjectNode template) {
        for (var version : template.path(VERSIONS)) {
            if (version.path("active").asInt() == 1) {
                return Optional.of((ObjectNode) version);
            }
        }
        return Optional.empty();
    }

    ObjectNode create(String id, String name) {
        var template = Json.object()
                .put("id", id)
                .put("name", name)
                .put("generation", id.startsWith("d-") ? "dynamic" : "legacy");
        template.putArray(VERSIONS);
        put(template);
        return template;
    }

    void put(ObjectNode template) {
        world.objects(TEMPLATES).put(template.put("updated_at", now()));
    }

    void remove(String id) {
        world.objects(TEMPLATES).remove(id);
    }

    Iterable<ObjectNode> newestFirst() {
        return world.objects(TEMPLATES).newestFirst().toList();
    }

    String now() {
        return TIME.format(world.now());
    }

    /** @throws VendorError 404 if there is none */
    static ObjectNode required(Exchange exchange) {
        var id = exchange.parameter("template_id");
        return new Templates(exchange.world())
                .find(id)
                .orElseThrow(() -> SendGridError.notFound(id, "template not found"));
    }
}
