package dev.treaty.provider.verification.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Contracts with a service called {@code people}, in the form of the Pact specification V4. */
public final class PeopleContract {

    private final String consumer;
    private final List<String> interactions = new ArrayList<>();

    private PeopleContract(String consumer) {
        this.consumer = consumer;
    }

    public static PeopleContract of(String consumer) {
        return new PeopleContract(consumer);
    }

    /** A request for a person, with the token that the state returns. */
    public PeopleContract reads(String id) {
        return reads(id, "a person exists");
    }

    public PeopleContract reads(String id, String state) {
        return reads(id, state, "Grace");
    }

    /** Like {@link #reads}, in a state that two interactions need at the same time. */
    public PeopleContract meets(String id, String name) {
        return reads(id, "two people meet", name);
    }

    private PeopleContract reads(String id, String state, String name) {
        return interaction("a request for person %s".formatted(id), state, id, name, """
                "request": {
                  "method": "GET", "path": "/people/%s", "headers": {"Authorization": ["Bearer token-42"]},
                  "generators": {"header": {"Authorization": {"type": "ProviderState", "expression": "Bearer ${token}", "dataType": "STRING"}}}
                },
                "response": {
                  "status": 200, "headers": {"Content-Type": ["application/json"]},
                  "body": {"contentType": "application/json", "encoded": false, "content": {"id": "%s", "name": "Ada"}},
                  "matchingRules": {"body": {"$.name": {"combine": "AND", "matchers": [{"match": "type"}]}}}
                }""".formatted(id, id));
    }

    private PeopleContract interaction(String description, String state, String id, String name, String parts) {
        interactions.add("""
                {"type": "Synchronous/HTTP", "key": "%08x", "description": "%s",
                 "providerStates": [{"name": "%s", "params": {"id": "%s", "name": "%s"}}],
                %s}""".formatted(description.hashCode(), description, state, id, name, parts));
        return this;
    }

    public PeopleContract message(String description, String id) {
        interactions.add("""
                {"type": "Asynchronous/Messages", "key": "%08x", "description": "%s",
                 "providerStates": [{"name": "a person exists", "params": {"id": "%s", "name": "Grace"}}],
                 "contents": {"contentType": "application/json", "encoded": false, "content": {"id": "%s", "name": "Ada"}},
                 "metadata": {"contentType": "application/json", "topic": "people"},
                 "matchingRules": {"body": {"$.name": {"combine": "AND", "matchers": [{"match": "type"}]}}}}""".formatted(description.hashCode(), description, id, id));
        return this;
    }

    public String json() {
        return """
                {"consumer": {"name": "%s"}, "provider": {"name": "people"},
                 "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(consumer, interactions.stream().collect(Collectors.joining(",\n")));
    }

    /** Writes it to a folder of contracts, and returns the folder. */
    public String in(Path folder) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(consumer + "-people.json"), json());
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
