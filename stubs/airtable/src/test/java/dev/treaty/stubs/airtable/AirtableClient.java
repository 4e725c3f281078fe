package dev.treaty.stubs.airtable;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A client of Airtable's API, with a base of its own: tables of customers and of sites.
 *
 * @param base the id of the base
 */
record AirtableClient(String url, String token, String base) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCHEMA = """
            {"name": "Waste", "tables": [
              {"name": "Customers", "fields": [
                {"name": "Name", "type": "singleLineText"},
                {"name": "Email", "type": "email"},
                {"name": "Service", "type": "singleSelect",
                 "options": {"choices": [{"name": "Residential"}, {"name": "Commercial"}]}},
                {"name": "Tags", "type": "multipleSelects", "options": {"choices": [{"name": "VIP"}]}},
                {"name": "Active", "type": "checkbox"},
                {"name": "Fee", "type": "currency", "options": {"precision": 2, "symbol": "$"}},
                {"name": "Since", "type": "date", "options": {"dateFormat": {"name": "us"}}},
                {"name": "Number", "type": "autoNumber"}]},
              {"name": "Sites", "fields": [{"name": "Address", "type": "singleLineText"}]}]}""";

    static AirtableClient withNewBase(String url) {
        var token = "pat" + UUID.randomUUID().toString().replace("-", "");
        var created = new AirtableClient(url, token, "").send("POST", "/v0/meta/bases", SCHEMA);
        return new AirtableClient(url, token, created.body().path("id").asText());
    }

    /** A request for the records of a table. */
    Reply customers(String method, String pathOrQuery, String body) {
        return send(method, "/v0/" + base + "/Customers" + pathOrQuery, body);
    }

    /** The names of the customers that a list has on all of its pages, in their order. */
    List<String> names(String query) {
        var names = new ArrayList<String>();
        var offset = "";
        do {
            var page = customers("GET", query + offset, "");
            if (page.status() != 200) {
                throw new AssertionError(page);
            }
            page.body()
                    .path("records")
                    .forEach(record -> names.add(record.at("/fields/Name").asText()));
            offset = page.body().has("offset")
                    ? "&offset=" + encoded(page.body().path("offset").asText())
                    : "";
        } while (!offset.isEmpty());
        return names;
    }

    /** Creates a customer; returns its id. */
    String create(String fields) {
        var created = customers("POST", "", "{\"fields\": %s}".formatted(fields));
        if (created.status() != 200) {
            throw new AssertionError(created);
        }
        return created.body().path("id").asText();
    }

    JsonNode fields(String id) {
        return customers("GET", "/" + id, "").body().path("fields");
    }

    void advance(String duration) {
        control("/clock", "{\"advance\": \"%s\"}".formatted(duration));
    }

    Reply control(String path, String body) {
        return send("POST", "/__treaty" + path, body);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    Reply send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id of a field of a table. */
    String fieldId(String table, String name) {
        for (var each : schema()) {
            if (each.path("name").asText().equals(table)) {
                for (var field : each.path("fields")) {
                    if (field.path("name").asText().equals(name)) {
                        return field.path("id").asText();
                    }
                }
            }
        }
        throw new AssertionError(Map.of(table, name));
    }

    String tableId(String name) {
        for (var table : schema()) {
            if (table.path("name").asText().equals(name)) {
                return table.path("id").asText();
            }
        }
        throw new AssertionError(name);
    }

    private JsonNode schema() {
        return send("GET", "/v0/meta/bases/" + base + "/tables", "").body().path("tables");
    }

    /** What the server responded; the body is missing if there is none. */
    record Reply(int status, JsonNode body, HttpResponse<byte[]> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** E.g. {@code "422 UNKNOWN_FIELD_NAME"}. */
        String error() {
            return status + " "
                    + body.at("/error/type").asText(body.path("error").asText());
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
