package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;

/** Resources that belong to an account, by their field {@code account_sid}; other accounts do not see them. */
public final class AccountResources {

    private static final String ACCOUNT = "account_sid";

    private AccountResources() {}

    /** A resource of an account. */
    public static Optional<ObjectNode> find(World world, String accountSid, ObjectKind kind, String sid) {
        return ResourceTable.of(world, kind)
                .find(sid)
                .filter(resource -> resource.path(ACCOUNT).asText().equals(accountSid));
    }

    /**
     * The resource that a path names, of the account that the request acts on.
     *
     * @param parameter of the path that is its SID, e.g. {@code "Sid"}
     * @throws dev.treaty.stubs.vendor.VendorError 20404
     */
    public static ObjectNode find(Exchange exchange, ObjectKind kind, String parameter) {
        var sid = exchange.parameter(parameter);
        return find(exchange.world(), AccountCredentials.accountSid(exchange), kind, sid)
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    /**
     * Deletes the resource that a path names.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 20404
     */
    public static StubResponse delete(Exchange exchange, ObjectKind kind, String parameter) {
        var sid = find(exchange, kind, parameter).path("sid").asText();
        ResourceTable.of(exchange.world(), kind).delete(sid);
        return Responses.noContent();
    }

    /** The resources of the account that a request acts on; the kind must have an index of {@code account_sid}. */
    public static Listing list(Exchange exchange, ObjectKind kind) {
        return Listing.of(kind, ACCOUNT, AccountCredentials.accountSid(exchange));
    }
}
