package dev.treaty.pacts.compare.interaction;

/** What a change of one interaction means for a provider that satisfies the contract as it was. */
public enum Verdict {
    /** Nothing that a provider could notice has changed. */
    SAME(Effect.SAFE, "unchanged"),
    /** Every answer that was accepted is accepted still, and perhaps more. */
    ASKS_NO_MORE(Effect.SAFE, "asks no more"),
    /** The interaction is gone. */
    REMOVED(Effect.SAFE, "removed"),
    /** It is pending, so it cannot fail a provider yet. */
    PENDING(Effect.SAFE, "pending"),
    /** There was nothing like it. */
    NEW(Effect.BREAKING, "new interaction"),
    /** It failed no provider as long as it was pending. */
    NO_LONGER_PENDING(Effect.BREAKING, "no longer pending"),
    /** The provider is asked something else. */
    REQUEST_CHANGED(Effect.BREAKING, "request changed"),
    /** The provider is asked in another state. */
    STATE_CHANGED(Effect.BREAKING, "state changed"),
    /** There is an answer that was accepted and is not any more; pact-jvm agrees. */
    NARROWED(Effect.BREAKING, "accepts fewer answers"),
    /** Neither is proven, that all answers are accepted still, and that one is not. */
    NOT_PROVEN(Effect.UNPROVEN, "not proven");

    private final Effect effect;
    private final String words;

    Verdict(Effect effect, String words) {
        this.effect = effect;
        this.words = words;
    }

    /** Whether a provider can break. */
    public Effect effect() {
        return effect;
    }

    /** How people call it. */
    public String words() {
        return words;
    }

    /** Whether a provider that satisfies the contract as it was can fail the contract as it is. */
    public enum Effect {
        /** It cannot. */
        SAFE,
        /** Nobody knows. */
        UNPROVEN,
        /** It can. */
        BREAKING
    }
}
