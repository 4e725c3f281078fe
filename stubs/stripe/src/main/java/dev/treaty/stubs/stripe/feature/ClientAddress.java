package dev.treaty.stubs.stripe.feature;

/**
 * Where the clients of an account reach the replay.
 *
 * @param baseUrl without a slash at the end, e.g. {@code "http://127.0.0.1:12111"}
 * @param account e.g. {@code "acct_1Nv0FGQ9RKHgCVdK"}
 */
public record ClientAddress(String baseUrl, String account) {

    /** Where no client has been yet. */
    static final ClientAddress UNKNOWN = new ClientAddress("http://127.0.0.1", "acct_treaty");

    /** The address that {@link #toText} wrote. */
    static ClientAddress of(String kept) {
        var end = kept.indexOf('\n');
        return new ClientAddress(kept.substring(0, end), kept.substring(end + 1));
    }

    /** Text, because it is compared with what is kept with each request that changes something. */
    String toText() {
        return baseUrl + '\n' + account;
    }
}
