package dev.treaty.stubs.sendgrid.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.Ids;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;

/** The versions of a template, of which one is active. */
public final class TemplateVersions implements SendGridFeature {

    private static final String PATH = "/v3/templates/{template_id}/versions";
    private static final String VERSION = PATH + "/{version_id}";
    private static final String ACTIVE = "active";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_CONTENT = 1 << 20;
    private static final int MOST = 300;
    private static final List<String> CONTENTS = List.of("html_content", "plain_content");
    private static final List<String> TAKEN_OVER = List.of(
            "name", "subject", "html_content", "plain_content", "generate_plain_content", "editor", "test_data");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + PATH, TemplateVersions::create)
                .add("GET " + VERSION, exchange -> Responses.ok(version(exchange, Templates.required(exchange))))
                .add("PATCH " + VERSION, TemplateVersions::update)
                .add("DELETE " + VERSION, TemplateVersions::delete)
                .add("POST " + VERSION + "/activate", TemplateVersions::activate);
    }

    private static StubResponse create(Exchange exchange) {
        var template = Templates.required(exchange);
        var body = RequestBody.object(exchange);
        RequestBody.text(body, "name", LONGEST_NAME);
        RequestBody.text(body, "subject", LONGEST_SUBJECT);
        requireValid(body);
        if (template.path(Templates.VERSIONS).size() >= MOST) {
            throw SendGridError.badRequest("a template may have at most %d versions".formatted(MOST));
        }
        return Responses.created(add(new Templates(exchange.world()), template, body));
    }

    private static void requireValid(ObjectNode body) {
        for (var field : CONTENTS) {
            if (body.path(field).asText("").length() > LONGEST_CONTENT) {
                throw SendGridError.badRequest(field, field + " may have at most 1048576 bytes");
            }
        }
        var active = body.path(ACTIVE);
        if (!active.isMissingNode() && active.asInt(-1) != 0 && active.asInt(-1) != 1) {
            throw SendGridError.badRequest(ACTIVE, "active must be 0 or 1");
        }
    }

    /** Adds a version; the first is active, whatever it says. */
    static ObjectNode add(Templates templates, ObjectNode template, ObjectNode body) {
        var versions = (ArrayNode) template.path(Templates.VERSIONS);
        var version = Json.object()
                .put("id", Ids.uuid())
                .put("template_id", template.path("id").asText())
                .put(ACTIVE, versions.isEmpty() ? 1 : 0)
                .put("html_content", "")
                .put("plain_content", "")
                .put("generate_plain_content", true)
                .put("editor", "code");
        takeOver(body, version);
        version.put("updated_at", templates.now());
        versions.add(version);
        if (body.path(ACTIVE).asInt() == 1) {
            activate(template, version);
        }
        templates.put(template);
        return version;
    }

    private static void takeOver(ObjectNode body, ObjectNode version) {
        TAKEN_OVER.stream().filter(body::has).forEach(field -> version.set(field, body.path(field)));
    }

    private static void activate(ObjectNode template, ObjectNode version) {
        template.path(Templates.VERSIONS).forEach(other -> ((ObjectNode) other).put(ACTIVE, 0));
        version.put(ACTIVE, 1);
    }

    private static StubResponse update(Exchange exchange) {
        var template = Templates.required(exchange);
        var version = version(exchange, template);
        var body = RequestBody.object(exchange);
        requireValid(body);
        takeOver(body, version);
        if (body.path(ACTIVE).asInt() == 1) {
            activate(template, version);
        }
        return changed(exchange, template, version);
    }

    private static StubResponse activate(Exchange exchange) {
        var template = Templates.required(exchange);
        var version = version(exchange, template);
        activate(template, version);
        return changed(exchange, template, version);
    }

    private static StubResponse changed(Exchange exchange, ObjectNode template, ObjectNode version) {
        var templates = new Templates(exchange.world());
        version.put("updated_at", templates.now());
        templates.put(template);
        return Responses.ok(version);
    }

    private static StubResponse delete(Exchange exchange) {
        var template = Templates.required(exchange);
        var version = version(exchange, template);
        var versions = (ArrayNode) template.path(Templates.VERSIONS);
        for (var i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).path("id").equals(version.path("id"))) {
                versions.remove(i);
            }
        }
        new Templates(exchange.world()).put(template);
        return Responses.noContent();
    }

    private static ObjectNode version(Exchange exchange, ObjectNode template) {
        var id = exchange.parameter("version_id");
        for (var version : template.path(Templates.VERSIONS)) {
            if (version.path("id").asText().equals(id)) {
                return (ObjectNode) version;
            }
        }
        throw SendGridError.notFound(id, "template version not found");
    }
}
