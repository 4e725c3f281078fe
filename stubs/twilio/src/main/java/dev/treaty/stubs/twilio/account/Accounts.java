package dev.treaty.stubs.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.SubaccountSid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.util.Set;

/**
 * The account, its subaccounts, API keys and balance. A subaccount is used with its parent's credentials, or with its own.
 *
 * @see <a href="https://www.twilio.com/docs/iam/api/account">Twilio, account resource</a>
 */
public final class Accounts implements TwilioFeature {

    private static final String LIST = "/2010-04-01/Accounts";
    private static final String ONE = LIST + "/{AccountSid}";
    private static final ObjectKind KEYS = ResourceTable.kind("api_key", "_account_sid");
    private static final Set<String> STATUSES = Set.of("active", "suspended", "closed");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + LIST + ".json", Accounts::list);
        routes.add("POST " + LIST + ".json", Accounts::createSubaccount);
        routes.add("GET " + ONE + ".json", exchange -> Responses.ok(account(exchange)));
        routes.add("POST " + ONE + ".json", Accounts::update);
        routes.add("GET " + ONE + "/Balance.json", Accounts::balance);
        routes.add("POST " + ONE + "/Keys.json", Accounts::createKey);
        routes.add("GET " + ONE + "/Keys.json", Accounts::listKeys);
        routes.add("GET " + ONE + "/Keys/{Sid}.json", exchange -> Responses.ok(key(exchange)));
        routes.add("POST " + ONE + "/Keys/{Sid}.json", Accounts::renameKey);
        routes.add("DELETE " + ONE + "/Keys/{Sid}.json", Accounts::deleteKey);
    }

    private static ObjectNode account(Exchange exchange) {
        var sid = AccountCredentials.accountSid(exchange);
        return ResourceTable.of(exchange.world(), AccountCredentials.ACCOUNTS)
                .find(sid)
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static StubResponse list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var own = AccountCredentials.accountSid(exchange);
        var listing = Listing.of(AccountCredentials.ACCOUNTS)
                .where(account -> account.path("sid").asText().equals(own)
                        || account.path("owner_account_sid").asText().equals(own));
        for (var filter : Set.of("FriendlyName", "Status")) {
            var value = parameters.text(filter);
            if (value.isPresent()) {
                listing = listing.where(filter.equals("Status") ? "status" : "friendly_name", value.get());
            }
        }
        return ResourcePage.of(exchange, listing).toResponse("accounts");
    }

    private static StubResponse createSubaccount(Exchange exchange) {
        var owner = AccountCredentials.accountSid(exchange);
        if (SubaccountSid.isOne(owner)) {
            throw TwilioError.NESTED_SUBACCOUNT.with();
        }
        var name = Parameters.of(exchange)
                .text("FriendlyName")
                .orElseGet(() -> "SubAccount Created at " + exchange.world().now());
        var subaccount = AccountCredentials.account(
                SubaccountSid.in(exchange.world()),
                owner,
                name,
                Sid.random(""),
                exchange.world().now());
        ResourceTable.of(exchange.world(), AccountCredentials.ACCOUNTS).put(subaccount);
        return Responses.created(subaccount);
    }

    private static StubResponse update(Exchange exchange) {
        var account = account(exchange);
        var parameters = Parameters.of(exchange);
        parameters.text("FriendlyName").ifPresent(name -> account.put("friendly_name", name));
        parameters.text("Status").ifPresent(status -> setStatus(account, status));
        account.put("date_updated", TwilioDates.rfc2822(exchange.world().now()));
        ResourceTable.of(exchange.world(), AccountCredentials.ACCOUNTS).put(account);
        return Responses.ok(account);
    }

    private static void setStatus(ObjectNode account, String status) {
        if (!STATUSES.contains(status)) {
            throw TwilioError.INVALID_ACCOUNT_STATUS.with(status);
        }
        if (account.path("owner_account_sid").equals(account.path("sid"))) {
            throw TwilioError.STATUS_OF_PARENT.with();
        }
        if (account.path("status").asText().equals("closed")) {
            throw TwilioError.ACCOUNT_IS_CLOSED.with();
        }
        account.put("status", status);
    }

    /** Always the same: nothing costs anything here. */
    private static StubResponse balance(Exchange exchange) {
        return Responses.ok(Json.object()
                .put("account_sid", AccountCredentials.accountSid(exchange))
                .put("balance", "100.00")
                .put("currency", "USD"));
    }

    private static StubResponse createKey(Exchange exchange) {
        var now = TwilioDates.rfc2822(exchange.world().now());
        var key = Json.object()
                .put("sid", Sid.random("SK"))
                .put("friendly_name", Parameters.of(exchange).textOrEmpty("FriendlyName"))
                .put("date_created", now)
                .put("date_updated", now)
                .put("_account_sid", AccountCredentials.accountSid(exchange));
        ResourceTable.of(exchange.world(), KEYS).put(key);
        var secret = Sid.random("");
        AccountCredentials.register(exchange.world(), key.path("sid").asText(), secret);
        return Responses.created(key.deepCopy().put("secret", secret));
    }

    private static StubResponse listKeys(Exchange exchange) {
        return ResourcePage.of(exchange, Listing.of(KEYS, "_account_sid", AccountCredentials.accountSid(exchange)))
                .toResponse("keys");
    }

    private static ObjectNode key(Exchange exchange) {
        var sid = exchange.parameter("Sid");
        return ResourceTable.of(exchange.world(), KEYS)
                .find(sid)
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static StubResponse renameKey(Exchange exchange) {
        var key = key(exchange);
        Parameters.of(exchange).text("FriendlyName").ifPresent(name -> key.put("friendly_name", name));
        key.put("date_updated", TwilioDates.rfc2822(exchange.world().now()));
        ResourceTable.of(exchange.world(), KEYS).put(key);
        return Responses.ok(key);
    }

    private static StubResponse deleteKey(Exchange exchange) {
        var sid = key(exchange).path("sid").asText();
        ResourceTable.of(exchange.world(), KEYS).delete(sid);
        AccountCredentials.revoke(exchange.world(), sid);
        return Responses.noContent();
    }
}
