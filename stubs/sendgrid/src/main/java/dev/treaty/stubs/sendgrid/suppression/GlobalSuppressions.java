package dev.treaty.stubs.sendgrid.suppression;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/** The addresses of people who want no mail at all. */
public final class GlobalSuppressions implements SendGridFeature {

    private static final String PATH = "/v3/asm/suppressions/global";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + PATH, GlobalSuppressions::add)
                .add("GET " + PATH + "/{email}", GlobalSuppressions::find)
                .add("DELETE " + PATH + "/{email}", GlobalSuppressions::remove);
    }

    private static StubResponse add(Exchange exchange) {
        var suppressions = new Suppressions(exchange.world());
        var emails = RequestBody.emails(RequestBody.object(exchange), "recipient_emails");
        emails.forEach(email -> suppressions.add(SuppressionKind.UNSUBSCRIBE, email, Json.object()));
        return Responses.created(Json.tree(Map.of("recipient_emails", emails)));
    }

    /** An address that is not suppressed has an empty object, not 404. */
    private static StubResponse find(Exchange exchange) {
        var found = new Suppressions(exchange.world()).find(SuppressionKind.UNSUBSCRIBE, exchange.parameter("email"));
        var body = Json.object();
        found.ifPresent(entry -> body.set("recipient_email", entry.path("email")));
        return Responses.ok(body);
    }

    private static StubResponse remove(Exchange exchange) {
        new Suppressions(exchange.world()).remove(SuppressionKind.UNSUBSCRIBE, exchange.parameter("email"));
        return Responses.noContent();
    }
}
