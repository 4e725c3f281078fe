package dev.treaty.stubs.page.source;

import java.util.List;

/**
 * The world of one account of a provider's replay; nothing in it is secret.
 *
 * @param provider e.g. {@code "stripe"}
 * @param id distinguishes accounts and gives nothing away, e.g. {@code "3f2a91c0"}
 * @param clock its time, in ISO 8601
 * @param objects what exists, e.g. {@code "3 customer"}
 * @param due what will happen, e.g. {@code "2026-12-01T10:00:00Z deliver"}
 * @param webhooks the latest that were sent, the latest first
 */
public record ReplayWorld(
        String provider, String id, String clock, List<String> objects, List<String> due, List<Webhook> webhooks) {

    /** Copies the lists. */
    public ReplayWorld {
        objects = List.copyOf(objects);
        due = List.copyOf(due);
        webhooks = List.copyOf(webhooks);
    }

    /**
     * A request that the vendor sent to the application.
     *
     * @param id by which it can be sent again
     * @param what e.g. {@code "charge.succeeded to http://localhost:3000/hooks"}
     * @param status {@code "pending"}, {@code "delivered"} or {@code "failed"}
     * @param attempts how often it was sent
     */
    public record Webhook(String id, String what, String status, int attempts) {}
}
