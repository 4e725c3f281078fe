package dev.treaty.provider.environmentcloner.refusals;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** Something that the service does not do; nothing was changed. */
public abstract class Refusal extends TreatyException {

    private final Failure failure;

    Refusal(String slug, String what, String where, String fix) {
        this(new Failure(slug, what, where, fix), null);
    }

    Refusal(Failure failure, @Nullable Throwable cause) {
        super(failure.what(), failure.where(), failure.fix(), cause);
        this.failure = failure;
    }

    /** The reason in its parts. */
    public final Failure failure() {
        return failure;
    }
}
