package dev.treaty.stubs.sendgrid.mail;

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
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Set;

/** Batches of scheduled mails, which are canceled, paused and resumed together. */
public final class MailBatches implements SendGridFeature {

    private static final String ID = Batches.ID;
    private static final String STATUS = Batches.STATUS;
    private static final String SCHEDULED = "/v3/user/scheduled_sends";
    private static final Set<String> STATUSES = Set.of("cancel", "pause");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add(
                        "POST /v3/mail/batch",
                        exchange -> Responses.created(new Batches(exchange.world()).create(Ids.random(33))))
                .add(
                        "GET /v3/mail/batch/{batch_id}",
                        exchange -> Responses.ok(shown(batch(exchange.world(), exchange.parameter(ID)))))
                .add("POST " + SCHEDULED, MailBatches::stop)
                .add("GET " + SCHEDULED, exchange -> Responses.ok(Json.tree(new Batches(exchange.world()).stopped())))
                .add("GET " + SCHEDULED + "/{batch_id}", MailBatches::find)
                .add("PATCH " + SCHEDULED + "/{batch_id}", MailBatches::change)
                .add("DELETE " + SCHEDULED + "/{batch_id}", MailBatches::resume);
    }

    private static ObjectNode shown(ObjectNode batch) {
        return Json.object().put(ID, batch.path(ID).asText());
    }

    private static StubResponse stop(Exchange exchange) {
        var body = RequestBody.object(exchange);
        var batch = batch(exchange.world(), body.path(ID).asText());
        if (batch.has(STATUS)) {
            throw SendGridError.badRequest(ID, "a status for this batch id exists, try PATCH to update the status");
        }
        return Responses.created(withStatus(exchange.world(), batch, body));
    }

    private static ObjectNode withStatus(World world, ObjectNode batch, ObjectNode body) {
        var status = body.path(STATUS).asText();
        if (!STATUSES.contains(status)) {
            throw SendGridError.badRequest(STATUS, "status must be pause or cancel");
        }
        new Batches(world).put(batch.put(STATUS, status));
        return batch;
    }

    private static StubResponse find(Exchange exchange) {
        var batch = batch(exchange.world(), exchange.parameter(ID));
        return Responses.ok(Json.tree(batch.has(STATUS) ? List.of(batch) : List.of()));
    }

    private static StubResponse change(Exchange exchange) {
        withStatus(exchange.world(), stoppedBatch(exchange), RequestBody.object(exchange));
        return Responses.noContent();
    }

    /** What was paused while it was due is sent now. */
    private static StubResponse resume(Exchange exchange) {
        var world = exchange.world();
        var batch = stoppedBatch(exchange);
        batch.remove(STATUS);
        new Batches(world).put(batch);
        world.objects(SentMail.MAILS)
                .list(ID, batch.path(ID).asText(), false, null)
                .map(SentMail::new)
                .filter(mail -> mail.status().equals("paused"))
                .toList()
                .forEach(mail -> world.due().schedule(world.now(), MailDelivery.BEGIN, MailDelivery.of(mail.id())));
        return Responses.noContent();
    }

    private static ObjectNode stoppedBatch(Exchange exchange) {
        var batch = batch(exchange.world(), exchange.parameter(ID));
        if (!batch.has(STATUS)) {
            throw SendGridError.notFound(exchange.parameter(ID), "batch id not found");
        }
        return batch;
    }

    private static ObjectNode batch(World world, String id) {
        return new Batches(world).find(id).orElseThrow(() -> SendGridError.badRequest(ID, "invalid batch id"));
    }

    @Override
    public boolean seed(World world, String state, ObjectNode parameters) {
        if (state.equals("a batch exists")) {
            new Batches(world).create(parameters.path("id").asText(Ids.random(33)));
            return true;
        }
        return false;
    }
}
