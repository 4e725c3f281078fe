package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.MetadataMismatch;
import au.com.dius.pact.core.matchers.MethodMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import org.jspecify.annotations.Nullable;

/** pact-jvm's sentence about a mismatch; or one like it, where it has none. */
public final class MismatchText {

    private MismatchText() {}

    /** One sentence, without a full stop. */
    public static String of(Mismatch mismatch) {
        if (mismatch instanceof BodyMismatch body) {
            return body.getMismatch();
        } else if (mismatch instanceof HeaderMismatch header) {
            return header.getMismatch();
        } else if (mismatch instanceof MetadataMismatch metadata) {
            return metadata.getMismatch();
        } else if (mismatch instanceof QueryMismatch query && query.getMismatch() != null) {
            return query.getMismatch();
        } else if (mismatch instanceof PathMismatch path) {
            return path.getMismatch() == null
                    ? expected("path", path.getExpected(), path.getActual())
                    : path.getMismatch();
        } else if (mismatch instanceof StatusMismatch status) {
            return expected("status", status.getExpected(), status.getActual());
        } else if (mismatch instanceof MethodMismatch method) {
            return expected("method", method.getExpected(), method.getActual());
        } else if (mismatch instanceof BodyTypeMismatch type) {
            return expected("a body of type", type.getExpected(), type.getActual());
        }
        return "Another " + mismatch.type() + " is expected";
    }

    private static String expected(String what, @Nullable Object expected, @Nullable Object actual) {
        return "Expected %s %s but was %s".formatted(what, expected, actual);
    }
}
