package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.net.URLConnection;
import java.util.List;
import java.util.Optional;

/** What messages carry beside text. Only where it is to be found is kept, not its bytes. */
final class AttachedMedia {

    static final ObjectKind KIND = ResourceTable.kind("media", "parent_sid");

    private AttachedMedia() {}

    /** Keeps what a message carries, in the order in which it was given. */
    static void attach(World world, ObjectNode message, List<String> urls) {
        for (var index = urls.size() - 1; index >= 0; index--) {
            var url = urls.get(index);
            var sid = Sid.random("ME");
            var media = Json.object()
                    .put("sid", sid)
                    .put("account_sid", message.path("account_sid").asText())
                    .put("parent_sid", message.path("sid").asText())
                    .put("content_type", contentType(url))
                    .put("date_created", TwilioDates.rfc2822(world.now()))
                    .put("date_updated", TwilioDates.rfc2822(world.now()))
                    .put("uri", message.path("uri").asText().replace(".json", "/Media/" + sid + ".json"))
                    .put("_url", url);
            ResourceTable.of(world, KIND).put(media);
        }
    }

    /** By the end of a URL; JPEG if it says nothing. */
    static String contentType(String url) {
        return Optional.ofNullable(URLConnection.guessContentTypeFromName(url)).orElse("image/jpeg");
    }
}
