package dev.treaty.stubs.mcp.running;

/** How a mapping that exists without a contract is marked, so that nobody takes it for one, and that it can be found and removed. */
final class SessionMapping {

    /** A member of the mapping's metadata, with the value {@code true}. */
    static final String MARK = "withoutContract";

    private SessionMapping() {}

    /** What people see in a list of mappings. */
    static String name(String method, String path) {
        return "without a contract: %s %s".formatted(method, path);
    }
}
