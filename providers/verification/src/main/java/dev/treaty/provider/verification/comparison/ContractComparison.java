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
import dev.treaty.pacts.errors.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a response or message with the contract, using pact-jvm's own matching. */
public final class ContractComparison {

    private ContractComparison() {}

    /** The mismatches of a response; none if it keeps the contract. */
    public static List<ContractMismatch> of(V4Pact pact, SynchronousHttp expected, ProviderResponse actual) {
        var response = new Response(
                actual.getStatusCode(),
                new HashMap<>(actual.getHeaders()),
                actual.getBody() == null ? OptionalBody.missing() : actual.getBody());
        return ordered(ResponseMatching.responseMismatches(pact, expected, response));
    }

    /** The mismatches of a message; none if it keeps the contract. */
    public static List<ContractMismatch> of(
            AsynchronousMessage expected, OptionalBody contents, Map<String, Object> metadata) {
        var compared = ResponseComparison.Companion.compareMessage(expected, contents, metadata, Map.of());
        var mismatches = new ArrayList<Mismatch>();
        compared.getMetadataMismatches().values().forEach(mismatches::addAll);
        var body = compared.getBodyMismatches().get();
        if (body != null) {
            body.getMismatches().values().forEach(mismatches::addAll);
        }
        var typeMismatch = compared.getBodyMismatches().errorValue();
        if (typeMismatch != null) {
            mismatches.add(typeMismatch);
        }
        return ordered(mismatches);
    }

    /** In the order in which people read a response: status, headers, metadata, body. */
    private static List<ContractMismatch> ordered(List<Mismatch> mismatches) {
        var order = List.of("status", "header", "metadata", "body");
        return mismatches.stream()
                .map(ContractComparison::mismatch)
                .sorted(Comparator.comparingInt(
                        mismatch -> order.indexOf(mismatch.at().split(" ", 2)[0])))
                .toList();
    }

    private static ContractMismatch mismatch(Mismatch mismatch) {
        var because = mismatch.description();
        if (mismatch instanceof StatusMismatch status) {
            return mismatch("status", status.getExpected(), status.getActual(), because);
        }
        if (mismatch instanceof HeaderMismatch header) {
            return mismatch("header " + header.getHeaderKey(), header.getExpected(), header.getActual(), because);
        }
        if (mismatch instanceof MetadataMismatch metadata) {
            return mismatch("metadata " + metadata.getKey(), metadata.getExpected(), metadata.getActual(), because);
        }
        if (mismatch instanceof BodyTypeMismatch type) {
            return mismatch("body", type.getExpected(), type.getActual(), because);
        }
        return mismatch instanceof BodyMismatch body
                ? mismatch("body " + body.getPath(), body.getExpected(), body.getActual(), because)
                : mismatch(mismatch.type(), "as recorded", "different", because);
    }

    private static ContractMismatch mismatch(
            String at, @Nullable Object expected, @Nullable Object actual, String because) {
        return new ContractMismatch(at, text(expected), text(actual), because);
    }

    /** JSON for objects and arrays, where pact-jvm would print a Java map. */
    private static String text(@Nullable Object value) {
        if (value instanceof Map || value instanceof List || value instanceof JsonValue) {
            return Json.toJson(value).serialise();
        }
        var text = value instanceof byte[] bytes ? Quantity.of(bytes.length, "byte") : String.valueOf(value);
        return text.isEmpty() ? "nothing" : text;
    }
}
