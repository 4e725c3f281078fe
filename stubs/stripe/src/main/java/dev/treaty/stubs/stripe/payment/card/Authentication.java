package dev.treaty.stubs.stripe.payment.card;

/**
 * When a test card asks for 3-D Secure.
 *
 * @see <a href="https://docs.stripe.com/testing#regulatory-cards">Stripe, 3D Secure test cards</a>
 */
public enum Authentication {
    /** Not enrolled: if it is asked for, the payment goes on without a challenge. */
    NOT_ENROLLED(false, false, false),
    /** The network has none. */
    NOT_SUPPORTED(false, false, false),
    /** Only if it is asked for. */
    OPTIONAL(false, false, true),
    /** Only if it is asked for, and then it fails with an error that does not stop the payment. */
    OPTIONAL_PROCESSING_ERROR(false, false, false),
    /** Without a challenge. */
    FRICTIONLESS(false, false, false),
    /** Always. */
    ALWAYS(true, true, true),
    /** On session always, off session unless the card was set up for it. */
    UNLESS_SET_UP(true, true, true),
    /** On session always, off session never, as if the card had been set up. */
    ON_SESSION(true, false, true),
    /** It would be required, but the bank's server fails. */
    PROCESSING_ERROR(false, false, false);

    private final boolean onSession;
    private final boolean offSession;
    private final boolean challenges;

    Authentication(boolean onSession, boolean offSession, boolean challenges) {
        this.onSession = onSession;
        this.offSession = offSession;
        this.challenges = challenges;
    }

    /**
     * Whether the cardholder must act.
     *
     * @param offSession whether the cardholder is absent
     * @param setUp whether the card was set up for payments without the cardholder
     * @param requested whether the merchant asks for it
     */
    public boolean isRequired(boolean offSession, boolean setUp, boolean requested) {
        if (offSession) {
            return this.offSession && !(this == UNLESS_SET_UP && setUp);
        }
        return onSession || (requested && challenges);
    }
}
