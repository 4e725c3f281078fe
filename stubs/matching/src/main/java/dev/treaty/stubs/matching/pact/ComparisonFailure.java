package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMatchResult;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMatchResult;
import au.com.dius.pact.core.matchers.QueryMismatch;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.InvalidPathExpression;
import au.com.dius.pact.core.support.json.JsonException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Why pact-jvm could not compare a part of a request at all, as a mismatch of that part.
 *
 * @param reason in plain words, starting with {@value #PREFIX}
 */
record ComparisonFailure(String reason) {

    /** Tells such a mismatch from pact-jvm's own. */
    static final String PREFIX = "it cannot be compared: ";

    /** The result of a comparison, or of its failure. */
    static <T extends @Nullable Object> T orMismatch(Supplier<T> comparison, Function<ComparisonFailure, T> mismatch) {
        try {
            return comparison.get();
        } catch (TimeLimit.TooLong e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return mismatch.apply(new ComparisonFailure(PREFIX + reason(e)));
        } catch (Exception e) { // Kotlin throws checked exceptions without declaring them
            return mismatch.apply(new ComparisonFailure(PREFIX + reason(e)));
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof PatternSyntaxException regex) {
            return "Java does not know the contract's regex %s (%s)"
                    .formatted(regex.getPattern(), regex.getDescription());
        }
        if (failure instanceof SAXException) {
            return "it is not XML that is accepted here (%s)".formatted(failure.getMessage());
        }
        if (failure instanceof JsonException) {
            return "it is not JSON (%s)".formatted(failure.getMessage());
        }
        if (failure instanceof InvalidPathExpression) {
            return "a rule of the contract has an invalid path (%s)".formatted(failure.getMessage());
        }
        if (failure instanceof StackOverflowError) {
            return "it is nested too deeply, or too long for a regex of the contract";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Whether a mismatch says that there was no comparison. */
    static boolean isReasonOf(@Nullable String mismatch) {
        return mismatch != null && mismatch.startsWith(PREFIX);
    }

    PathMismatch ofPath(IRequest expected, IRequest actual) {
        return new PathMismatch(expected.getPath(), actual.getPath(), reason);
    }

    List<QueryMatchResult> ofQuery() {
        return List.of(new QueryMatchResult("", List.of(new QueryMismatch("", "", "", reason, ""))));
    }

    List<HeaderMatchResult> ofHeaders() {
        return List.of(new HeaderMatchResult("", List.of(new HeaderMismatch("", "", "", reason))));
    }

    BodyMatchResult ofBody() {
        return new BodyMatchResult(
                null, List.of(new BodyItemMatchResult("$", List.of(new BodyMismatch(null, null, reason)))));
    }
}
