package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;
import java.util.Arrays;

/** What a member may do in a workspace; each role includes the ones below it. */
public enum Role {
    /** May delete the workspace and invite. */
    OWNER("owner"),
    /** May change what is in it. */
    EDITOR("editor"),
    /** May read. */
    VIEWER("viewer");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role as the gateway writes it. */
    String word() {
        return word;
    }

    /** The member {@code role}. */
    static Role in(JsonDocument document) {
        var word = document.text("role");
        return Arrays.stream(values())
                .filter(role -> role.word.equals(word))
                .findFirst()
                .orElseThrow(() -> document.lacks("known", "role"));
    }
}
