package dev.treaty.stubs.sendgrid.suppression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;

/** The addresses that do not want the mails of one group. */
public final class GroupSuppressions {

    /** Why a mail of a group is dropped. */
    public static final String DROP_REASON = "Unsubscribed Address";

    private static final ObjectKind SUPPRESSIONS =
            new ObjectKind("group_suppression", "key", List.of("group"), ObjectKind.DEFAULT_LIMIT);

    private final World world;
    private final String group;

    /** @param group its id */
    public GroupSuppressions(World world, String group) {
        this.world = world;
        this.group = group;
    }

    /** Whether an address does not want the group's mails. */
    public boolean contains(String email) {
        return world.objects(SUPPRESSIONS).find(key(email)).isPresent();
    }

    /** Adds an address; one that is there already stays as it is. */
    public void add(String email) {
        if (!contains(email)) {
            world.objects(SUPPRESSIONS)
                    .put(Json.object()
                            .put("key", key(email))
                            .put("group", group)
                            .put("email", email)
                            .put("created", world.nowSeconds()));
        }
    }

    /** Removes an address, if it is there. */
    public void remove(String email) {
        world.objects(SUPPRESSIONS).remove(key(email));
    }

    List<ObjectNode> entries() {
        return world.objects(SUPPRESSIONS).list("group", group, false, null).toList();
    }

    List<String> emails() {
        return entries().stream().map(entry -> entry.path("email").asText()).toList();
    }

    private String key(String email) {
        return group + " " + EmailAddresses.key(email);
    }
}
