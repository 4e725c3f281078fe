package dev.treaty.provider.verification.comparison;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.MetadataMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Response;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.core.support.json.JsonValue;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ResponseComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between an expected and an actual answer, decided by pact-jvm's own matching. */
public final class ContractComparison {

    // pact-jvm finds the matcher of a body by Kotlin's reflection, which loads 850 classes and takes a quarter of a
    // small run,
    // unless its setting pact.content_type.override.<type> names the matcher. This names the one that it would find.
    static {
        for (var type : List.of("application/json", "application/problem+json", "application/cloudevents+json")) {
            System.getProperties().putIfAbsent("pact.content_type.override." + type, "json");
        }
    }

    private ContractComparison() {}

    /** One for each difference; none when the answer holds the contract. */
    public static List<ContractMismatch> of(V4Pact pact, SynchronousHttp expected, ProviderResponse actual) {
        var answered = new Response(
                actual.getStatusCode(),
                new HashMap<>(actual.getHeaders()),
                actual.getBody() == null ? OptionalBody.missing() : actual.getBody());
        return told(ResponseMatching.responseMismatches(pact, expected, answered));
    }

    /** One for each difference; none when the message holds the contract. */
    public static List<ContractMismatch> of(
            AsynchronousMessage expected, OptionalBody contents, Map<String, Object> metadata) {
        var compared = ResponseComparison.Companion.compareMessage(expected, contents, metadata, Map.of());
        var mismatches = new ArrayList<Mismatch>();
        compared.getMetadataMismatches().values().forEach(mismatches::addAll);
        var body = compared.getBodyMismatches().get();
        if (body != null) {
            body.getMismatches().values().forEach(mismatches::addAll);
        }
        var otherType = compared.getBodyMismatches().errorValue();
        if (otherType != null) {
            mismatches.add(otherType);
        }
        return told(mismatches);
    }

    /** In the order in which a person reads an answer: status, header fields, metadata, body. */
    private static List<ContractMismatch> told(List<Mismatch> mismatches) {
        var order = List.of("status", "header", "metadata", "body");
        return mismatches.stream()
                .map(ContractComparison::told)
                .sorted(Comparator.comparingInt(
                        difference -> order.indexOf(difference.at().split(" ", 2)[0])))
                .toList();
    }

    private static ContractMismatch told(Mismatch mismatch) {
        var because = mismatch.description();
        if (mismatch instanceof StatusMismatch status) {
            return difference("status", status.getExpected(), status.getActual(), because);
        }
        if (mismatch instanceof HeaderMismatch header) {
            return difference("header " + header.getHeaderKey(), header.getExpected(), header.getActual(), because);
        }
        if (mismatch instanceof MetadataMismatch metadata) {
            return difference("metadata " + metadata.getKey(), metadata.getExpected(), metadata.getActual(), because);
        }
        if (mismatch instanceof BodyTypeMismatch type) {
            return difference("body", type.getExpected(), type.getActual(), because);
        }
        return mismatch instanceof BodyMismatch body
                ? difference("body " + body.getPath(), body.getExpected(), body.getActual(), because)
                : difference(mismatch.type(), "as recorded", "not so", because);
    }

    private static ContractMismatch difference(
            String at, @Nullable Object expected, @Nullable Object actual, String because) {
        return new ContractMismatch(at, text(expected), text(actual), because);
    }

    /** JSON for what is an object or an array in it, where pact-jvm would write a Java map. */
    private static String text(@Nullable Object value) {
        if (value instanceof Map || value instanceof List || value instanceof JsonValue) {
            return Json.toJson(value).serialise();
        }
        var text = value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
        return text.isEmpty() ? "nothing" : text;
    }
}
