package dev.treaty.provider.authservice.accounts;

/**
 * What one Argon2id hash costs, in one lane.
 *
 * @param memoryKib in KiB, at least 8
 * @param passes over that memory, at least 1
 */
public record HashingCost(int memoryKib, int passes) {

    /**
     * The minimum that OWASP recommends.
     *
     * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP, password storage</a>
     */
    public static final HashingCost OWASP = new HashingCost(19 << 10, 2);
}
