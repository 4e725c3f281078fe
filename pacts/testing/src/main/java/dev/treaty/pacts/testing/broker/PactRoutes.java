package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.broker.BrokerState.Pact;
import dev.treaty.pacts.testing.broker.BrokerState.Result;
import dev.treaty.pacts.testing.broker.BrokerState.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contracts by version and by content, and the results of their verifications. */
record PactRoutes(BrokerState state, BrokerLinks links) {

    /** Says in a URL that the contract was selected as work in progress; opaque to clients. */
    static final String WORK_IN_PROGRESS = "dz10cnVl";

    private static final String PAIR = "/pacts/provider/*/consumer/*";

    @Nullable
    BrokerAnswer answer(BrokerCall call) {
        var path = call.path();
        if (call.is("GET", PAIR + "/version/*")) {
            return state.find(path.get(4), path.get(6))
                    .filter(version -> version.pacts.containsKey(path.get(2)))
                    .map(version -> BrokerAnswer.ok(document(version, version.pact(path.get(2)), "")))
                    .orElseGet(BrokerAnswer::notFound);
        }
        if (call.is("GET", PAIR + "/pact-version/*")) {
            return byContent(path, "");
        }
        if (call.is("GET", PAIR + "/pact-version/*/metadata/*")) {
            return byContent(path, path.get(8));
        }
        if (call.is("POST", PAIR + "/pact-version/*/verification-results")) {
            return publish(call, "");
        }
        if (call.is("POST", PAIR + "/pact-version/*/metadata/*/verification-results")) {
            return publish(call, path.get(8));
        }
        if (call.is("GET", PAIR + "/pact-version/*/verification-results/*")) {
            return result(path.get(8));
        }
        return null;
    }

    private BrokerAnswer byContent(List<String> path, String metadata) {
        return state.versionWith(path.get(4), path.get(2), path.get(6))
                .map(version -> BrokerAnswer.ok(document(version, version.pact(path.get(2)), metadata)))
                .orElseGet(BrokerAnswer::notFound);
    }

    private ObjectNode document(Version version, Pact pact, String metadata) {
        var document = PactContent.withIds(pact.json()).put("createdAt", "2026-11-28T16:52:26+00:00");
        var name = "Pact between %s (%s) and %s".formatted(pact.consumer(), version.number, pact.provider());
        BrokerLinks.self(document, links.pact(version, pact.provider()), name);
        var ofDocument = document.withObject("/_links");
        ofDocument
                .putObject("pb:consumer")
                .put("name", pact.consumer())
                .put("href", links.pacticipant(pact.consumer()));
        ofDocument
                .putObject("pb:provider")
                .put("name", pact.provider())
                .put("href", links.pacticipant(pact.provider()));
        ofDocument.putObject("pb:consumer-version").put("name", version.number).put("href", links.version(version));
        var versions = ofDocument.putArray("pb:consumer-versions");
        var newestFirst = new ArrayList<>(state.consumersOf(pact.provider()));
        Collections.reverse(newestFirst);
        newestFirst.stream()
                .filter(other -> pact.sha().equals(other.pact(pact.provider()).sha()))
                .filter(other -> other.pacticipant == version.pacticipant)
                .forEach(other -> versions.addObject().put("name", other.number).put("href", links.version(other)));
        ofDocument.putObject("pb:pact-version").put("name", pact.sha()).put("href", links.content(pact));
        var content = metadata.isEmpty() ? links.content(pact) : links.content(pact, metadata);
        ofDocument.putObject("pb:publish-verification-results").put("href", content + "/verification-results");
        return document;
    }

    private BrokerAnswer publish(BrokerCall call, String metadata) {
        var path = call.path();
        if (state.versionWith(path.get(4), path.get(2), path.get(6)).isEmpty()) {
            return BrokerAnswer.notFound();
        }
        var body = call.body();
        if (!body.path("success").isBoolean()) {
            return BrokerAnswer.badRequest("success", "must be boolean");
        }
        var providerVersion = body.path("providerApplicationVersion").asText();
        if (providerVersion.isEmpty()) {
            return BrokerAnswer.badRequest("providerApplicationVersion", "is missing");
        }
        var buildUrl = body.path("buildUrl").asText();
        if (!buildUrl.isEmpty() && !buildUrl.matches("https?://\\S+")) {
            return BrokerAnswer.badRequest("buildUrl", "is not a valid URL eg. http://example.org");
        }
        state.version(path.get(2), providerVersion);
        ObjectNode document = body.deepCopy();
        document.put("providerName", path.get(2)).put("verificationDate", "2026-11-28T17:17:59+00:00");
        var result = new Result(
                state.results.size() + 1,
                path.get(4),
                path.get(2),
                path.get(6),
                providerVersion,
                body.path("success").asBoolean(),
                metadata.equals(WORK_IN_PROGRESS),
                document);
        BrokerLinks.self(document, links.result(result), "Verification result " + result.number());
        state.results.add(result);
        return BrokerAnswer.created(document, links.result(result));
    }

    private BrokerAnswer result(String number) {
        return state.results.stream()
                .filter(result -> number.equals(String.valueOf(result.number())))
                .findFirst()
                .map(result -> BrokerAnswer.ok(result.document()))
                .orElseGet(BrokerAnswer::notFound);
    }
}
