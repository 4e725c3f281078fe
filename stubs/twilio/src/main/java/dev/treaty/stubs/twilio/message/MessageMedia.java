package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.net.URLConnection;
import java.util.List;
import java.util.Optional;

/**
 * What messages carry beside text. Only where it is to be found is kept, not its bytes.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource">Twilio, media resource</a>
 */
public final class MessageMedia implements TwilioFeature {

    private static final ObjectKind KIND = ResourceTable.kind("media", "parent_sid");
    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add(
                "GET " + LIST + ".json",
                exchange -> ResourcePage.of(
                                exchange,
                                Listing.of(
                                        KIND,
                                        "parent_sid",
                                        message(exchange).path("sid").asText()))
                        .toResponse("media_list"));
        routes.add("GET " + LIST + "/{Sid}.json", exchange -> Responses.ok(media(exchange)));
        routes.add("DELETE " + LIST + "/{Sid}.json", MessageMedia::delete);
    }

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

    private static ObjectNode message(Exchange exchange) {
        var sid = exchange.parameter("MessageSid");
        return Messages.find(exchange.world(), AccountCredentials.accountSid(exchange), sid)
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static ObjectNode media(Exchange exchange) {
        var sid = exchange.parameter("Sid");
        var message = message(exchange);
        return ResourceTable.of(exchange.world(), KIND)
                .find(sid)
                .filter(media -> media.path("parent_sid").equals(message.path("sid")))
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static StubResponse delete(Exchange exchange) {
        ResourceTable.of(exchange.world(), KIND)
                .delete(media(exchange).path("sid").asText());
        return Responses.noContent();
    }
}
