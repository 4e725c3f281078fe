package dev.treaty.provider.environmentcloner.http;

import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.TargetIsBeingCloned;
import dev.treaty.provider.environmentcloner.refusals.TooManyClones;
import dev.treaty.provider.service.http.IdempotencyKey;

/** Starts clones, each once, however often it is asked for with the same key. */
public final class CloneStart {

    private final Clones clones;
    private final IdempotencyKeys keys;

    public CloneStart(Clones clones, IdempotencyKeys keys) {
        this.clones = clones;
        this.keys = keys;
    }

    /**
     * The clone that this request starts, or that an equal one with the same key started earlier.
     *
     * @throws dev.treaty.provider.service.problems.Problem 422 {@code idempotency-key-reused} if the earlier request was another one
     * @throws dev.treaty.provider.environmentcloner.refusals.Refusal as {@link Clones#start} does
     */
    public Operation start(CloneRequest request, Requester caller, IdempotencyKey key) {
        return keys.find(caller, key, request).map(clones::find).orElseGet(() -> startNew(request, caller, key));
    }

    /** A concurrent request with the same key may be faster; then it has the target, or the last place in the queue. */
    private Operation startNew(CloneRequest request, Requester caller, IdempotencyKey key) {
        try {
            return clones.start(
                    request, caller, (handle, clone) -> keys.remember(handle, caller, key, request, clone.id()));
        } catch (TargetIsBeingCloned | TooManyClones | IdempotencyKeys.KeyTaken refusal) {
            return keys.find(caller, key, request).map(clones::find).orElseThrow(() -> refusal);
        }
    }
}
