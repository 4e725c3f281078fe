package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;

/**
 * Listing, reading and deleting what messages carry beside text.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource">Twilio, media resource</a>
 */
public final class MessageMedia implements TwilioFeature {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add(
                "GET " + LIST + ".json",
                exchange -> ResourcePage.of(
                                exchange,
                                Listing.of(
                                        AttachedMedia.KIND,
                                        "parent_sid",
                                        message(exchange).path("sid").asText()))
                        .toResponse("media_list"));
        routes.add("GET " + LIST + "/{Sid}.json", exchange -> Responses.ok(media(exchange)));
        routes.add("DELETE " + LIST + "/{Sid}.json", MessageMedia::delete);
    }

    private static ObjectNode message(Exchange exchange) {
        return AccountResources.find(exchange, Messages.KIND, "MessageSid");
    }

    private static ObjectNode media(Exchange exchange) {
        var sid = exchange.parameter("Sid");
        var message = message(exchange);
        return ResourceTable.of(exchange.world(), AttachedMedia.KIND)
                .find(sid)
                .filter(media -> media.path("parent_sid").equals(message.path("sid")))
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static StubResponse delete(Exchange exchange) {
        ResourceTable.of(exchange.world(), AttachedMedia.KIND)
                .delete(media(exchange).path("sid").asText());
        return Responses.noContent();
    }
}
