package dev.treaty.provider.environmentcloner.http;

import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.refusals.Refusal;
import java.util.Map;

/** The documents that callers get, for tests without HTTP. */
public final class Problems {

    private Problems() {}

    /** Of a request that is refused; its status is among the members. */
    public static Map<String, Object> of(Refusal refusal) {
        return ProblemDocuments.of(refusal, "/clones").document();
    }

    /** Of an operation that failed. */
    public static Map<String, Object> of(Failure failure) {
        return ProblemDocuments.of(failure);
    }
}
