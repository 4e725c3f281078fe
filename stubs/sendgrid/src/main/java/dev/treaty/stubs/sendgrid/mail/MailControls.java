package dev.treaty.stubs.sendgrid.mail;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What tests see of mails, and cause: {@code GET /__treaty/mails?to=} lists what recipients got, and {@code POST /__treaty/events} with
 * {@code {"email": …, "event": "click"}} has a recipient do something with the newest mail.
 */
public final class MailControls implements SendGridFeature {

    private static final int LISTED = 1_000;

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + ProviderReplay.CONTROL_PATH + "/mails", MailControls::mails)
                .add("POST " + ProviderReplay.CONTROL_PATH + "/events", MailControls::event);
    }

    /** The newest first. */
    private static StubResponse mails(Exchange exchange) {
        var to = exchange.request().queryParameters().getOrDefault("to", List.of());
        var body = Json.object();
        var mails = body.putArray("mails");
        exchange.world()
                .objects(SentMail.MAILS)
                .newestFirst()
                .map(SentMail::new)
                .filter(mail -> to.isEmpty() || isTo(mail, to.get(0)))
                .limit(LISTED)
                .forEach(mail -> mails.add(mail.shown()));
        return Responses.ok(body);
    }

    private static boolean isTo(SentMail mail, String email) {
        return EmailAddresses.key(mail.email()).equals(EmailAddresses.key(email));
    }

    private static StubResponse event(Exchange exchange) {
        var body = RequestBody.object(exchange);
        var email = RequestBody.text(body, "email", 320);
        var outcome = Outcome.of(body.path("event").asText())
                .orElseThrow(() -> SendGridError.badRequest("event", "event must be one of " + known()));
        var world = exchange.world();
        var newest = world.objects(SentMail.MAILS)
                .newestFirst()
                .map(SentMail::new)
                .filter(mail -> isTo(mail, email))
                .findFirst()
                .orElseThrow(() -> SendGridError.badRequest("email", "no mail was sent to " + email));
        outcome.happen(world, newest);
        return Responses.ok(newest.shown());
    }

    private static String known() {
        return Arrays.stream(Outcome.values()).map(Outcome::text).collect(Collectors.joining(", "));
    }
}
