package dev.treaty.provider.verification;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.BodyComparisonResult;
import au.com.dius.pact.provider.ComparisonResult;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ResponseComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What differs between an expected and an actual answer, decided by pact-jvm's own matching. */
final class Differences {

    private Differences() {}

    /** One sentence for each difference; empty when the answer holds the contract. */
    static List<String> of(V4Pact pact, SynchronousHttp expected, ProviderResponse actual) {
        return told(ResponseComparison.Companion.compareResponse(pact, expected, actual, Map.of()));
    }

    /** One sentence for each difference; empty when the message holds the contract. */
    static List<String> of(AsynchronousMessage expected, OptionalBody contents, Map<String, Object> metadata) {
        return told(ResponseComparison.Companion.compareMessage(expected, contents, metadata, Map.of()));
    }

    private static List<String> told(ComparisonResult comparison) {
        var told = new ArrayList<String>();
        var status = comparison.getStatusMismatch();
        if (status != null) {
            told.add("status: " + status.description());
        }
        comparison.getHeaderMismatches().values().stream()
                .flatMap(Collection::stream)
                .forEach(header -> told.add("header " + header.getHeaderKey() + ": " + header.getMismatch()));
        comparison.getMetadataMismatches().values().stream()
                .flatMap(Collection::stream)
                .forEach(metadata -> told.add("metadata " + metadata.getKey() + ": " + metadata.getMismatch()));
        addBody(told, comparison.getBodyMismatches());
        return told;
    }

    private static void addBody(List<String> told, Result<BodyComparisonResult, BodyTypeMismatch> body) {
        if (body instanceof Result.Ok<?> compared) {
            ((BodyComparisonResult) compared.getValue())
                    .getMismatches().values().stream()
                            .flatMap(Collection::stream)
                            .forEach(mismatch -> told.add(sentence(mismatch)));
        } else if (body instanceof Result.Err<?> otherType) {
            told.add("body: " + ((BodyTypeMismatch) otherType.getError()).description());
        }
    }

    private static String sentence(BodyMismatch mismatch) {
        return "body " + mismatch.getPath() + ": " + mismatch.getMismatch();
    }
}
