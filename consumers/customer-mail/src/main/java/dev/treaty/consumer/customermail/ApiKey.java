package dev.treaty.consumer.customermail;

/**
 * The key that authenticates an account.
 *
 * @param value secret, {@code SG.…}: never part of {@link #toString()} nor of any error
 */
public record ApiKey(String value) {

    @Override
    public String toString() {
        return "ApiKey[(hidden)]";
    }
}
