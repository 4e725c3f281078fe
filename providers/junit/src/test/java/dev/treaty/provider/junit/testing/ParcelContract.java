package dev.treaty.provider.junit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A contract of "web" with "parcels", the provider whose replay {@link ParcelVendor} opens. */
public final class ParcelContract {

    private final List<String> interactions = new ArrayList<>();

    /** A request to post a parcel. */
    public ParcelContract posts() {
        return http("a request to post a parcel", "", "POST", "/parcels", 201, """
                {"id": "p_42"}""");
    }

    /** A request for a parcel that is in a state, given as in a contract. */
    public ParcelContract reads(String state, String id, String status) {
        return http(
                "a request for a parcel given " + state, given(state, id), "GET", "/parcels/" + id, 200, """
                {"id": "%s", "status": "%s"}""".formatted(
                                id, status));
    }

    /** A request that the replay does not cover. */
    public ParcelContract returns() {
        return http("a request to return a parcel", given("a parcel is posted", "p_42"), "POST", "/returns", 200, """
                {"id": "r_42"}""");
    }

    /** A message about a parcel that is in a state. */
    public ParcelContract message(String state, String id, String status) {
        interactions.add("""
                {"type": "Asynchronous/Messages", "key": "%s", "description": "a webhook given %s", "providerStates": [%s],
                 "contents": {"contentType": "application/json", "encoded": false, "content": {"id": "%s", "status": "%s"}},
                 "metadata": {"contentType": "application/json", "Parcel-Signature": "s=1", "callbackUrl": "http://web"},
                 "matchingRules": {"body": {"$.id": {"combine": "AND", "matchers": [{"match": "type"}]}},
                   "metadata": {"Parcel-Signature": {"combine": "AND", "matchers": [{"match": "regex", "regex": "s=\\\\w+"}]},
                                "callbackUrl": {"combine": "AND", "matchers": [{"match": "regex", "regex": "https?://.+"}]}}}}""".formatted(key(), state, given(state, id), id, status));
        return this;
    }

    private ParcelContract http(
            String description, String states, String method, String path, int status, String body) {
        interactions.add("""
                {"type": "Synchronous/HTTP", "key": "%s", "description": "%s", "providerStates": [%s],
                 "request": {"method": "%s", "path": "%s", "headers": {"Authorization": ["Bearer recorded"]}},
                 "response": {"status": %d, "headers": {"Content-Type": ["application/json"]},
                   "body": {"contentType": "application/json", "encoded": false, "content": %s},
                   "matchingRules": {"body": {"$.id": {"combine": "AND", "matchers": [{"match": "type"}]}}}}}""".formatted(key(), description, states, method, path, status, body));
        return this;
    }

    private String key() {
        return "%08x".formatted(interactions.size());
    }

    private static String given(String state, String id) {
        return """
                {"name": "%s", "params": {"id": "%s"}}""".formatted(state, id);
    }

    /** The contract as a file of specification V4. */
    public String json() {
        return """
                {"consumer": {"name": "web"}, "provider": {"name": "parcels"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(String.join(",\n", interactions));
    }

    /** Writes it to a folder of contracts, and returns the folder. */
    public String in(Path folder) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve("web-parcels.json"), json());
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
