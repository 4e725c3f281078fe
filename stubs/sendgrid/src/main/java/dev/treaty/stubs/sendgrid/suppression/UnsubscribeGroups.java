package dev.treaty.stubs.sendgrid.suppression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.util.Map;

/** Groups of mails that recipients can unsubscribe from, such as a newsletter. */
public final class UnsubscribeGroups implements SendGridFeature {

    private static final ObjectKind GROUPS = ObjectKind.of("unsubscribe_group");
    private static final String GROUP = "/v3/asm/groups/{group_id}";
    private static final String EMAILS = "recipient_emails";
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_DESCRIPTION = 100;

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST /v3/asm/groups", UnsubscribeGroups::create)
                .add("GET /v3/asm/groups", UnsubscribeGroups::list)
                .add("GET " + GROUP, exchange -> Responses.ok(shown(exchange, group(exchange))))
                .add("PATCH " + GROUP, UnsubscribeGroups::update)
                .add("DELETE " + GROUP, UnsubscribeGroups::delete)
                .add("POST " + GROUP + "/suppressions", UnsubscribeGroups::suppress)
                .add("GET " + GROUP + "/suppressions", UnsubscribeGroups::suppressed)
                .add("POST " + GROUP + "/suppressions/search", UnsubscribeGroups::search)
                .add("DELETE " + GROUP + "/suppressions/{email}", UnsubscribeGroups::resubscribe)
                .add("GET /v3/asm/suppressions", UnsubscribeGroups::all)
                .add("GET /v3/asm/suppressions/{email}", UnsubscribeGroups::groupsOf);
    }

    private static StubResponse create(Exchange exchange) {
        var body = RequestBody.object(exchange);
        var world = exchange.world();
        var group = Json.object()
                .put("id", world.nextNumber())
                .put("name", newName(exchange, body, ""))
                .put("description", RequestBody.text(body, "description", LONGEST_DESCRIPTION))
                .put("is_default", body.path("is_default").asBoolean());
        world.objects(GROUPS).put(group);
        return Responses.created(group);
    }

    private static String newName(Exchange exchange, ObjectNode body, String id) {
        var name = RequestBody.text(body, "name", LONGEST_NAME);
        exchange.world()
                .objects(GROUPS)
                .oldestFirst()
                .filter(other -> other.path("name").asText().equals(name)
                        && !other.path("id").asText().equals(id))
                .findFirst()
                .ifPresent(other -> {
                    throw SendGridError.badRequest("name", "a group with this name already exists");
                });
        return name;
    }

    private static StubResponse list(Exchange exchange) {
        var groups = exchange.world().objects(GROUPS).oldestFirst().toList();
        return Responses.ok(
                Json.tree(groups.stream().map(group -> shown(exchange, group)).toList()));
    }

    private static ObjectNode shown(Exchange exchange, ObjectNode group) {
        return group.deepCopy()
                .put(
                        "unsubscribes",
                        new GroupSuppressions(exchange.world(), id(group))
                                .emails()
                                .size())
                .putNull("last_email_sent_at");
    }

    private static StubResponse update(Exchange exchange) {
        var group = group(exchange);
        var body = RequestBody.object(exchange);
        if (body.has("name")) {
            group.put("name", newName(exchange, body, id(group)));
        }
        if (body.has("description")) {
            group.put("description", RequestBody.text(body, "description", LONGEST_DESCRIPTION));
        }
        if (body.has("is_default")) {
            group.put("is_default", body.path("is_default").asBoolean());
        }
        exchange.world().objects(GROUPS).put(group);
        return Responses.created(shown(exchange, group));
    }

    private static StubResponse delete(Exchange exchange) {
        var group = group(exchange);
        var suppressions = suppressions(exchange, group);
        suppressions.emails().forEach(suppressions::remove);
        exchange.world().objects(GROUPS).remove(id(group));
        return Responses.noContent();
    }

    private static StubResponse suppress(Exchange exchange) {
        var suppressions = suppressions(exchange, group(exchange));
        var emails = RequestBody.emails(RequestBody.object(exchange), EMAILS);
        emails.forEach(suppressions::add);
        return Responses.created(Json.tree(Map.of(EMAILS, emails)));
    }

    private static StubResponse suppressed(Exchange exchange) {
        return Responses.ok(Json.tree(suppressions(exchange, group(exchange)).emails()));
    }

    private static StubResponse search(Exchange exchange) {
        var suppressions = suppressions(exchange, group(exchange));
        var emails = RequestBody.emails(RequestBody.object(exchange), EMAILS);
        return Responses.ok(
                Json.tree(emails.stream().filter(suppressions::contains).toList()));
    }

    private static StubResponse resubscribe(Exchange exchange) {
        suppressions(exchange, group(exchange)).remove(exchange.parameter("email"));
        return Responses.noContent();
    }

    private static StubResponse all(Exchange exchange) {
        var all = Json.object().putArray("all");
        for (var group : exchange.world().objects(GROUPS).oldestFirst().toList()) {
            suppressions(exchange, group)
                    .entries()
                    .forEach(entry -> all.addObject()
                            .put("email", entry.path("email").asText())
                            .put("group_id", group.path("id").asLong())
                            .put("group_name", group.path("name").asText())
                            .put("created_at", entry.path("created").asLong()));
        }
        return Responses.ok(all);
    }

    private static StubResponse groupsOf(Exchange exchange) {
        var body = Json.object();
        var groups = body.putArray("suppressions");
        for (var group : exchange.world().objects(GROUPS).oldestFirst().toList()) {
            groups.add(group.put("suppressed", suppressions(exchange, group).contains(exchange.parameter("email"))));
        }
        return Responses.ok(body);
    }

    private static GroupSuppressions suppressions(Exchange exchange, ObjectNode group) {
        return new GroupSuppressions(exchange.world(), id(group));
    }

    private static String id(ObjectNode group) {
        return group.path("id").asText();
    }

    /** @throws VendorError 404 if there is none */
    private static ObjectNode group(Exchange exchange) {
        var id = exchange.parameter("group_id");
        return exchange.world()
                .objects(GROUPS)
                .find(id)
                .orElseThrow(() -> SendGridError.notFound(id, "no group with this id exists"));
    }
}
