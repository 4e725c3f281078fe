package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.request.VendorRequest.BasicCredentials;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a request is from. Basic authentication with an account's SID and auth token, or with an API key's SID and secret.
 *
 * <p>Any account exists, with the auth token that was used for it first; another one is then refused. A token that calls itself wrong
 * or invalid is refused from the start. The account in a path must be that of the credentials, or a subaccount of it. An API key
 * belongs to the account in the path; where the path has none (Verify, Lookup), to an account of its own.
 *
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Twilio, requests to the API</a>
 */
public final class AccountCredentials {

    /** An account and its subaccounts. */
    public static final ObjectKind ACCOUNTS = ResourceTable.kind("account");

    /** The parameter of a path that names the account. */
    public static final String PARAMETER = "AccountSid";

    /** Signs callbacks while only an API key has been used, and so no auth token is known. */
    public static final String DEFAULT_AUTH_TOKEN = "treaty-stub-auth-token";

    private static final Pattern WRONG =
            Pattern.compile("(?i).*(wrong|invalid|incorrect|bogus|not[_ -](the|my|right|valid)).*"
                    + "|bad([_ -]?(auth|token|secret|password).*)?|nope|x+");
    private static final Pattern ACCOUNT_PATH = Pattern.compile("/2010-04-01/Accounts/[^/]+\\.json");
    private static final String ACCOUNT = "AC";
    private static final String API_KEY = "SK";

    private AccountCredentials() {}

    /**
     * The account whose world a request is for.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 20003 if there are no credentials, or if they cannot be right
     */
    public static String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        var credentials = credentials(request);
        var account = credentials.user().startsWith(API_KEY)
                ? route.map(match -> match.parameters().get(PARAMETER)).orElseGet(() -> ownAccount(credentials))
                : credentials.user();
        return SubaccountSid.world(account).orElse(account);
    }

    private static BasicCredentials credentials(VendorRequest request) {
        return request.basicCredentials()
                .filter(given ->
                        given.user().startsWith(ACCOUNT) || given.user().startsWith(API_KEY))
                .filter(given -> !given.password().isBlank()
                        && !WRONG.matcher(given.password()).matches())
                .orElseThrow(TwilioError.AUTHENTICATE::with);
    }

    private static String ownAccount(BasicCredentials apiKey) {
        return ACCOUNT + apiKey.user().substring(API_KEY.length());
    }

    /**
     * Checks the credentials of a request in its world, that the account in its path is theirs, and that it is active.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 20003, 20404 or 10001
     */
    public static void check(Exchange exchange) {
        check(exchange.world(), exchange.request(), exchange.parameters());
    }

    /**
     * Checks the credentials of a request in its world, as {@link #check(Exchange)}.
     *
     * @param parameters of its path
     */
    public static void check(World world, VendorRequest request, Map<String, String> parameters) {
        var credentials = credentials(request);
        var isKey = credentials.user().startsWith(API_KEY);
        var owner = isKey ? parameters.getOrDefault(PARAMETER, ownAccount(credentials)) : credentials.user();
        if (isKey) {
            checkKey(world, credentials);
        }
        var account = find(world, owner).orElseGet(() -> create(world, owner, isKey ? "" : credentials.password()));
        if (account.path("status").asText().equals("closed") && SubaccountSid.isOne(owner)) {
            throw TwilioError.AUTHENTICATE.with();
        }
        if (!isKey) {
            checkToken(world, account, credentials.password());
        }
        var inPath = parameters.getOrDefault(PARAMETER, owner);
        var used = inPath.equals(owner)
                ? account
                : find(world, inPath)
                        .filter(found ->
                                found.path("owner_account_sid").asText().equals(owner))
                        .orElseThrow(() -> TwilioError.notFound(request.path(), inPath));
        if (changesSomething(request) && !isActive(world, used)) {
            throw TwilioError.ACCOUNT_NOT_ACTIVE.with();
        }
    }

    /** An account that is not active can be read and made active again, but not used. Tests may control it as before. */
    private static boolean changesSomething(VendorRequest request) {
        return request.method().equals("POST")
                && !request.path().startsWith(ProviderReplay.CONTROL_PATH)
                && !ACCOUNT_PATH.matcher(request.path()).matches();
    }

    /** Whether an account exists, and neither it nor its parent is suspended or closed. */
    public static boolean isActive(World world, String sid) {
        return find(world, sid).filter(account -> isActive(world, account)).isPresent();
    }

    private static boolean isActive(World world, ObjectNode account) {
        return account.path("status").asText().equals("active")
                && (account.path("owner_account_sid").equals(account.path("sid"))
                        || isActive(world, account.path("owner_account_sid").asText()));
    }

    /** The account whose world it is, not one of its subaccounts; it exists once a request has been checked. */
    public static String mainAccount(World world) {
        return ResourceTable.of(world, ACCOUNTS)
                .newestFirst()
                .reduce((newer, older) -> older)
                .map(account -> account.path("sid").asText())
                .orElseThrow(() -> new IllegalStateException("no request has been checked in this world"));
    }

    private static void checkToken(World world, ObjectNode account, String token) {
        if (account.path("auth_token").asText().isEmpty()) {
            ResourceTable.of(world, ACCOUNTS).put(account.put("auth_token", token));
        } else if (!account.path("auth_token").asText().equals(token)) {
            throw TwilioError.AUTHENTICATE.with();
        }
    }

    /** Has an API key of this account, with this secret and no other. */
    public static void register(World world, String keySid, String secret) {
        world.setValue(keyName(keySid), Json.object().put("secret", secret));
    }

    /** Has an API key that nothing works with any more. */
    public static void revoke(World world, String keySid) {
        world.setValue(keyName(keySid), Json.object().put("revoked", true));
    }

    private static String keyName(String keySid) {
        return "api-key/" + keySid;
    }

    private static void checkKey(World world, BasicCredentials key) {
        var secret = world.value(keyName(key.user()));
        if (secret.isEmpty()) {
            register(world, key.user(), key.password());
        } else if (!secret.get().path("secret").asText().equals(key.password())) {
            throw TwilioError.AUTHENTICATE.with();
        }
    }

    /** An account, or a subaccount. */
    public static Optional<ObjectNode> find(World world, String sid) {
        return ResourceTable.of(world, ACCOUNTS).find(sid);
    }

    private static ObjectNode create(World world, String sid, String authToken) {
        if (SubaccountSid.isOne(sid)) {
            throw TwilioError.AUTHENTICATE.with();
        }
        var account = account(sid, sid, "My first Twilio account", authToken, world.now());
        ResourceTable.of(world, ACCOUNTS).put(account);
        return account;
    }

    /** An account as Twilio shows it. */
    public static ObjectNode account(String sid, String owner, String name, String authToken, Instant created) {
        var uri = "/2010-04-01/Accounts/" + sid;
        var account = Json.object()
                .put("auth_token", authToken)
                .put("date_created", TwilioDates.rfc2822(created))
                .put("date_updated", TwilioDates.rfc2822(created))
                .put("friendly_name", name)
                .put("owner_account_sid", owner)
                .put("sid", sid)
                .put("status", "active")
                .put("type", "Full")
                .put("uri", uri + ".json");
        var resources = account.putObject("subresource_uris");
        resources.put("calls", uri + "/Calls.json");
        resources.put("incoming_phone_numbers", uri + "/IncomingPhoneNumbers.json");
        resources.put("available_phone_numbers", uri + "/AvailablePhoneNumbers.json");
        resources.put("messages", uri + "/Messages.json");
        resources.put("recordings", uri + "/Recordings.json");
        return account;
    }

    /** The account that a request acts on: the one in its path, otherwise that of its credentials. */
    public static String accountSid(Exchange exchange) {
        var inPath = exchange.parameters().get(PARAMETER);
        if (inPath != null) {
            return inPath;
        }
        var credentials = credentials(exchange.request());
        return credentials.user().startsWith(API_KEY) ? ownAccount(credentials) : credentials.user();
    }

    /** The auth token that signs an account's callbacks. */
    static String authToken(World world, String accountSid) {
        return find(world, accountSid)
                .map(account -> account.path("auth_token").asText())
                .filter(token -> !token.isEmpty())
                .orElse(DEFAULT_AUTH_TOKEN);
    }
}
