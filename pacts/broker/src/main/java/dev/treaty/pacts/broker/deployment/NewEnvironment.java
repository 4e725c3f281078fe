package dev.treaty.pacts.broker.deployment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An environment that is to be created.
 *
 * @param contactName the team or person who is responsible for it
 * @param contactEmail where to reach them
 */
public record NewEnvironment(
        String name,
        Optional<String> displayName,
        boolean isProduction,
        Optional<String> contactName,
        Optional<String> contactEmail) {

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("name", name).put("production", isProduction);
        displayName.ifPresent(text -> json.put("displayName", text));
        if (contactName.isPresent() || contactEmail.isPresent()) {
            // the broker wants a name of every contact
            var name = contactName.or(() -> contactEmail).orElseThrow();
            var contact = json.putArray("contacts").addObject().put("name", name);
            contactEmail.ifPresent(address -> contact.putObject("details").put("emailAddress", address));
        }
        return json;
    }
}
