package dev.treaty.stubs.sendgrid.suppression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import dev.treaty.stubs.sendgrid.api.Page;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/** The suppressed addresses of an account. */
public final class Suppressions {

    private static final String KEY = "key";

    private final World world;

    /** Of an account's world. */
    public Suppressions(World world) {
        this.world = world;
    }

    /**
     * Puts an address on a list; one that is there already stays as it is.
     *
     * @param details e.g. {@code reason} and {@code status}
     */
    public void add(SuppressionKind kind, String email, ObjectNode details) {
        add(kind, email, details, world.nowSeconds());
    }

    /** @param created seconds since 1970 */
    void add(SuppressionKind kind, String email, ObjectNode details, long created) {
        if (find(kind, email).isEmpty()) {
            var entry = Json.object()
                    .put(KEY, EmailAddresses.key(email))
                    .put("created", created)
                    .put("email", email);
            entry.setAll(details);
            world.objects(kind.objects()).put(entry);
        }
    }

    /** Takes an address off a list, if it is there. */
    void remove(SuppressionKind kind, String email) {
        world.objects(kind.objects()).remove(EmailAddresses.key(email));
    }

    void removeAll(SuppressionKind kind) {
        world.objects(kind.objects())
                .oldestFirst()
                .map(entry -> entry.path(KEY).asText())
                .toList()
                .forEach(key -> world.objects(kind.objects()).remove(key));
    }

    /** The entry of an address, as clients see it. */
    Optional<ObjectNode> find(SuppressionKind kind, String email) {
        return world.objects(kind.objects()).find(EmailAddresses.key(email)).map(Suppressions::shown);
    }

    /** The newest first. */
    List<ObjectNode> list(SuppressionKind kind, Page page) {
        return world.objects(kind.objects())
                .newestFirst()
                .filter(entry -> page.includes(entry.path("created").asLong()))
                .skip(page.offset())
                .limit(page.limit())
                .map(Suppressions::shown)
                .toList();
    }

    private static ObjectNode shown(ObjectNode entry) {
        return entry.without(KEY);
    }

    /**
     * Why a mail to an address is not even tried.
     *
     * @param settings the mail's {@code mail_settings}
     */
    public Optional<String> dropReason(String email, ObjectNode settings) {
        if (isEnabled(settings, "bypass_list_management")) {
            return Optional.empty();
        }
        for (var kind : SuppressionKind.values()) {
            if (kind.dropReason().isPresent()
                    && !isEnabled(settings, kind.bypass())
                    && find(kind, email).isPresent()) {
                return kind.dropReason();
            }
        }
        return Optional.empty();
    }

    static boolean isEnabled(ObjectNode settings, String name) {
        return settings.path(name).path("enable").asBoolean();
    }
}
