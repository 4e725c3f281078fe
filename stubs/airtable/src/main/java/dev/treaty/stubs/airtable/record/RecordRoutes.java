package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.FormTree;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reading and writing the records of a table.
 *
 * @param listener who is told of what was written
 */
public record RecordRoutes(ChangeListener listener) {

    private static final String TABLE = "/v0/{base}/{table}";
    private static final String RECORD = TABLE + "/{record}";

    /** Adds the routes. */
    public void addTo(RouteTable<RouteHandler> routes) {
        routes.add("GET " + TABLE, exchange -> list(exchange, ListParameters.ofQuery(exchange.request())));
        routes.add(
                "POST " + TABLE + "/listRecords",
                exchange -> list(exchange, ListParameters.ofBody(exchange.request())));
        routes.add("GET " + RECORD, RecordRoutes::read);
        routes.add("POST " + TABLE, this::create);
        routes.add("PATCH " + TABLE, exchange -> changeAll(exchange, false));
        routes.add("PUT " + TABLE, exchange -> changeAll(exchange, true));
        routes.add("PATCH " + RECORD, exchange -> change(exchange, false));
        routes.add("PUT " + RECORD, exchange -> change(exchange, true));
        routes.add("DELETE " + TABLE, this::deleteAll);
        routes.add("DELETE " + RECORD, this::delete);
    }

    private static StubResponse list(Exchange exchange, ListParameters parameters) {
        var transaction = new Transaction(exchange.world());
        var table = table(exchange, transaction);
        var records = new RecordQuery(transaction, table, parameters).records();
        var page = new Pages(exchange.world()).page(parameters, records);
        var view = new RecordView(parameters.fields(table), parameters.byFieldId());
        var body = Json.object();
        var list = body.putArray("records");
        page.records().forEach(record -> list.add(view.show(record)));
        page.offset().ifPresent(offset -> body.put("offset", offset));
        return AirtableError.json(200, body);
    }

    private static StubResponse read(Exchange exchange) {
        var transaction = new Transaction(exchange.world());
        var table = table(exchange, transaction);
        var byId = FormTree.parse(exchange.request().query())
                .path("returnFieldsByFieldId")
                .asBoolean();
        return AirtableError.json(200, RecordView.of(table, byId).show(existing(exchange, transaction, table)));
    }

    private StubResponse create(Exchange exchange) {
        return write(exchange, (writer, parameters) -> {
            var view = RecordView.of(writer.table(), parameters.byFieldId());
            return parameters.isSingle()
                    ? view.show(writer.create(RequestBody.object(parameters.body(), "fields")))
                    : shown(parameters, view, given -> writer.create(RequestBody.object(given, "fields")));
        });
    }

    private StubResponse changeAll(Exchange exchange, boolean clearsOthers) {
        return write(exchange, (writer, parameters) -> {
            if (parameters.isUpsert()) {
                return new Upsert(writer, parameters).perform(clearsOthers);
            }
            var view = RecordView.of(writer.table(), parameters.byFieldId());
            return shown(
                    parameters,
                    view,
                    given -> writer.change(
                            given.path("id").asText(), RequestBody.object(given, "fields"), clearsOthers));
        });
    }

    private StubResponse change(Exchange exchange, boolean clearsOthers) {
        return write(exchange, (writer, parameters) -> {
            var record = existing(exchange, writer.transaction(), writer.table());
            var fields = RequestBody.object(parameters.body(), "fields");
            return RecordView.of(writer.table(), parameters.byFieldId())
                    .show(writer.change(record.id(), fields, clearsOthers));
        });
    }

    private static ObjectNode shown(
            WriteParameters parameters, RecordView view, Function<ObjectNode, AirtableRecord> write) {
        var written = parameters.records().stream().map(write).toList();
        var body = Json.object();
        var list = body.putArray("records");
        written.forEach(record -> list.add(view.show(record)));
        return body;
    }

    private StubResponse deleteAll(Exchange exchange) {
        var ids = new ArrayList<String>();
        exchange.request().queryParameters().forEach((name, values) -> {
            if (name.matches("records(\\[\\d*\\])?")) {
                ids.addAll(values);
            }
        });
        WriteParameters.checkNumber(ids.size());
        var body = Json.object();
        body.putArray("records").addAll(delete(exchange, ids));
        return AirtableError.json(200, body);
    }

    private StubResponse delete(Exchange exchange) {
        var transaction = new Transaction(exchange.world());
        var record = existing(exchange, transaction, table(exchange, transaction));
        return AirtableError.json(200, delete(exchange, List.of(record.id())).get(0));
    }

    private List<ObjectNode> delete(Exchange exchange, List<String> ids) {
        var transaction = new Transaction(exchange.world());
        var writer = new RecordWriter(transaction, table(exchange, transaction), false);
        ids.forEach(writer::delete);
        listener.changed(exchange.world(), exchange.parameter("base"), transaction.changes());
        return ids.stream()
                .map(id -> Json.object().put("id", id).put("deleted", true))
                .toList();
    }

    private StubResponse write(Exchange exchange, Writing writing) {
        var transaction = new Transaction(exchange.world());
        var table = table(exchange, transaction);
        var parameters = new WriteParameters(RequestBody.of(exchange.request()));
        var body = writing.write(new RecordWriter(transaction, table, parameters.typecast()), parameters);
        listener.changed(exchange.world(), exchange.parameter("base"), transaction.changes());
        return AirtableError.json(200, body);
    }

    private static Table table(Exchange exchange, Transaction transaction) {
        return transaction.tables().table(exchange.parameter("base"), exchange.parameter("table"));
    }

    private static AirtableRecord existing(Exchange exchange, Transaction transaction, Table table) {
        var id = exchange.parameter("record");
        return transaction.find(table, id).orElseThrow(() -> AirtableError.notFound(id));
    }

    /** What one route writes, and answers. */
    private interface Writing {
        ObjectNode write(RecordWriter writer, WriteParameters parameters);
    }
}
