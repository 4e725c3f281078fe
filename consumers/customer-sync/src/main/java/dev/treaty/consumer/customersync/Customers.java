package dev.treaty.consumer.customersync;

import dev.treaty.consumer.customersync.connection.AirtableConnection;
import dev.treaty.consumer.customersync.connection.AirtableException;
import dev.treaty.consumer.customersync.connection.AirtableException.Rejected;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The customers in Airtable. What takes more than one request says in {@link AirtableException.PartlyDone} what was done before one failed.
 */
public final class Customers {

    /** Airtable refuses longer URLs than 16,000 characters; the server's address and some room are left. */
    private static final int LONGEST_QUERY = 15_000;

    private static final String EXPIRED = "LIST_RECORDS_ITERATOR_NOT_AVAILABLE";
    private static final int MOST_IDS = CustomerQuery.LARGEST_PAGE;

    private final AirtableConnection connection;
    private final TableAddress table;

    Customers(AirtableConnection connection, TableAddress table) {
        this.connection = connection;
        this.table = table;
    }

    /** Reads the first page of a list. */
    public CustomerPage first(CustomerQuery query) {
        return page(query, Optional.empty());
    }

    /**
     * Reads a further page of a list.
     *
     * @param query the same as for the first page
     * @param offset {@link CustomerPage#next} of the page before
     */
    public CustomerPage next(CustomerQuery query, String offset) {
        return page(query, Optional.of(offset));
    }

    /** Reads a whole list. If Airtable forgets where it was, which it does after some minutes, it is read again once. */
    public List<Customer> all(CustomerQuery query) {
        try {
            return read(query);
        } catch (Rejected e) {
            if (!e.type().equals(EXPIRED)) {
                throw e;
            }
            return read(query);
        }
    }

    private List<Customer> read(CustomerQuery query) {
        var customers = new ArrayList<Customer>();
        var page = first(query);
        customers.addAll(page.customers());
        while (page.next().isPresent()) {
            page = next(query, page.next().get());
            customers.addAll(page.customers());
        }
        return customers;
    }

    private CustomerPage page(CustomerQuery query, Optional<String> offset) {
        var parameters = query.toQuery(offset);
        return parameters.encoded().length() > LONGEST_QUERY
                ? list(query, offset)
                : read(connection.send(HttpCall.get(table.path()).query(parameters)));
    }

    /** The same list by a POST, which takes a formula of any length. */
    private CustomerPage list(CustomerQuery query, Optional<String> offset) {
        return read(connection.send(HttpCall.post(table.path() + "/listRecords").json(query.toBody(offset))));
    }

    private static CustomerPage read(HttpReply reply) {
        return reply.read(CustomerPage.OnWire.class).toPage();
    }

    /**
     * Reads one customer.
     *
     * @param id of the record
     * @throws AirtableException.NotFound if there is none
     */
    public Customer find(String id) {
        return connection
                .send(HttpCall.get(table.path() + "/" + PercentEncoding.encode(id)))
                .read(Customer.OnWire.class)
                .toCustomer();
    }

    /** Reads customers by the ids of their records, a hundred with each request; those that no longer exist are left out. */
    public List<Customer> withIds(Collection<String> ids) {
        var customers = new ArrayList<Customer>();
        var all = List.copyOf(new HashSet<>(ids)).stream().sorted().toList();
        for (var start = 0; start < all.size(); start += MOST_IDS) {
            var some = all.subList(start, Math.min(start + MOST_IDS, all.size()));
            customers.addAll(list(CustomerQuery.all().where(Formula.hasId(some)), Optional.empty())
                    .customers());
        }
        return customers;
    }

    /** Creates customers. A failure may leave some of them created; {@link #upsert} can be repeated. */
    public List<Customer> create(List<CustomerData> customers, NewChoices choices) {
        return Batches.send(customers, batch -> create(batch, choices == NewChoices.ADD), Customer::id);
    }

    private List<Customer> create(List<CustomerData> batch, boolean typecast) {
        var records =
                batch.stream().map(data -> Map.of("fields", present(data))).toList();
        return written(HttpCall.post(table.path()).json(Map.of("records", records, "typecast", typecast)));
    }

    /** A new record has nothing to clear. */
    private static Map<String, Object> present(CustomerData data) {
        var fields = data.toFields();
        fields.values().removeIf(value -> value == null);
        return fields;
    }

    /** Changes customers; fields without a value are cleared. */
    public List<Customer> update(List<Customer> customers) {
        return Batches.send(customers, this::updateBatch, Customer::id);
    }

    private List<Customer> updateBatch(List<Customer> batch) {
        var records = batch.stream()
                .map(customer ->
                        Map.of("id", customer.id(), "fields", customer.data().toFields()))
                .toList();
        return written(HttpCall.patch(table.path()).json(Map.of("records", records, "typecast", true)));
    }

    private List<Customer> written(HttpCall call) {
        return connection.send(call).list("records", Customer.OnWire.class).stream()
                .map(Customer.OnWire::toCustomer)
                .toList();
    }

    /**
     * Creates the customers whose numbers are new, and changes the others. Repeating it does no harm, so this is the way to write after a
     * failure whose outcome is unknown.
     */
    public UpsertResult upsert(List<CustomerData> customers) {
        var created = new ArrayList<String>();
        var updated = new ArrayList<String>();
        var all = Batches.send(
                customers,
                batch -> {
                    var reply = upsertBatch(batch);
                    created.addAll(reply.createdRecords());
                    updated.addAll(reply.updatedRecords());
                    return reply.records();
                },
                Customer.OnWire::id);
        return new UpsertResult(all.stream().map(Customer.OnWire::toCustomer).toList(), created, updated);
    }

    private Upserted upsertBatch(List<CustomerData> batch) {
        var body = new LinkedHashMap<String, Object>();
        body.put("performUpsert", Map.of("fieldsToMergeOn", List.of(CustomerData.NUMBER)));
        body.put(
                "records",
                batch.stream().map(data -> Map.of("fields", data.toFields())).toList());
        body.put("typecast", true);
        return connection.send(HttpCall.patch(table.path()).json(body)).read(Upserted.class);
    }

    /**
     * Deletes customers.
     *
     * @param ids of their records
     */
    public void delete(List<String> ids) {
        Batches.send(ids, this::deleteBatch, id -> id);
    }

    private List<String> deleteBatch(List<String> batch) {
        var query = Query.none();
        for (var id : batch) {
            query = query.and("records[]", id);
        }
        return connection.send(HttpCall.delete(table.path()).query(query)).list("records", Deleted.class).stream()
                .map(Deleted::id)
                .toList();
    }

    /** A response to an upsert. */
    record Upserted(List<Customer.OnWire> records, List<String> createdRecords, List<String> updatedRecords) {}

    /** A record that was deleted. */
    record Deleted(String id, boolean deleted) {}
}
