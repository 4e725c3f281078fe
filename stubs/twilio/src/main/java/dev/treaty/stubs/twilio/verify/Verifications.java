package dev.treaty.stubs.twilio.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Verifications: {@code pending} → {@code approved}, {@code canceled} or {@code expired} after ten minutes. One that was approved, has
 * expired, or was checked too often does not exist any more for Twilio's API (20404). Tests read the code with
 * {@code GET /__treaty/verifications?to=+15005550010}.
 *
 * @see <a href="https://www.twilio.com/docs/verify/api/verification">Twilio, Verification</a>
 */
public final class Verifications implements TwilioFeature {

    private static final ObjectKind KIND = ResourceTable.kind("verification", "to");
    private static final String LIST = VerifyServices.PATH + "/Verifications";
    private static final String EXPIRE = "twilio-verification-expires";
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MAX_ATTEMPTS = 5;
    private static final String LANDLINE = "+15005550030";
    private static final Set<String> CHANNELS = Set.of("sms", "call", "email", "whatsapp", "sna", "auto");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern MAILBOX = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private static final Pattern CUSTOM_CODE = Pattern.compile("[A-Za-z0-9]{4,10}");

    /** What only the replay knows of a verification. */
    private static final String CODE = "_code";

    private static final String CHECKS = "_checks";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + LIST, Verifications::send);
        routes.add("GET " + LIST + "/{SidOrTo}", exchange -> Responses.ok(find(exchange)));
        routes.add("POST " + LIST + "/{SidOrTo}", Verifications::update);
        routes.add("POST " + VerifyServices.PATH + "/VerificationCheck", Verifications::check);
        routes.add("GET /__treaty/verifications", Verifications::readCode);
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(EXPIRE, Verifications::expire);
    }

    private static void expire(World world, ObjectNode due) {
        var table = ResourceTable.of(world, KIND);
        table.find(due.path("sid").asText())
                .filter(Verifications::isPending)
                .ifPresent(verification -> table.put(verification.put("status", "expired")));
    }

    private static boolean isPending(ObjectNode verification) {
        return verification.path("status").asText().equals("pending");
    }

    private static StubResponse send(Exchange exchange) {
        var world = exchange.world();
        var service = VerifyServices.service(exchange);
        var parameters = Parameters.of(exchange);
        var channel = parameters.textOrEmpty("Channel");
        if (!CHANNELS.contains(channel)) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("Channel", channel);
        }
        var to = recipient(parameters.textOrEmpty("To"), channel);
        var code = parameters.text("CustomCode");
        if (code.isPresent() && !service.path("custom_code_enabled").asBoolean()) {
            throw TwilioError.VERIFY_FEATURE_NOT_SUPPORTED.with();
        }
        code.filter(text -> !CUSTOM_CODE.matcher(text).matches()).ifPresent(text -> {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("CustomCode", text);
        });
        var verification = pending(world, service, to)
                .orElseGet(() -> create(world, service, to, code.orElseGet(() -> code(service))));
        var attempts = verification.withArray("send_code_attempts");
        if (attempts.size() >= MAX_ATTEMPTS) {
            throw TwilioError.MAX_SEND_ATTEMPTS.with();
        }
        attempts.addObject()
                .put("time", TwilioDates.iso8601(world.now()))
                .put("channel", channel)
                .put("attempt_sid", Sid.random("VL"));
        verification.put("channel", channel);
        put(world, verification);
        return Responses.created(verification);
    }

    private static String recipient(String to, String channel) {
        var isValid = channel.equals("email")
                ? MAILBOX.matcher(to).matches()
                : E164.matcher(to).matches() && PhoneNumber.parse(to).isPresent() && !to.equals("+15005550001");
        if (!isValid) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("To", to);
        }
        if (channel.equals("sms") && to.equals(LANDLINE)) {
            throw TwilioError.VERIFY_LANDLINE.with();
        }
        return to;
    }

    private static Optional<ObjectNode> pending(World world, ObjectNode service, String to) {
        return ResourceTable.of(world, KIND)
                .newestFirst("to", to)
                .filter(found -> found.path("service_sid").equals(service.path("sid")))
                .findFirst()
                .filter(Verifications::isPending);
    }

    private static ObjectNode create(World world, ObjectNode service, String to, String code) {
        var sid = Sid.random("VE");
        var verification = Json.object()
                .put("sid", sid)
                .put("service_sid", service.path("sid").asText())
                .put("account_sid", service.path("account_sid").asText())
                .put("to", to)
                .put("channel", "")
                .put("status", "pending")
                .put("valid", false);
        verification.putObject("lookup").putNull("carrier");
        verification.putNull("amount").putNull("payee");
        verification.putArray("send_code_attempts");
        verification
                .put("date_created", TwilioDates.iso8601(world.now()))
                .put("date_updated", TwilioDates.iso8601(world.now()))
                .putNull("sna")
                .put("url", service.path("url").asText() + "/Verifications/" + sid)
                .put(CODE, code)
                .put(CHECKS, 0);
        world.due().schedule(world.now().plus(LIFETIME), EXPIRE, Json.object().put("sid", sid));
        return verification;
    }

    private static String code(ObjectNode service) {
        return RANDOM.ints(service.path("code_length").asInt(), 0, 10)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
    }

    private static void put(World world, ObjectNode verification) {
        ResourceTable.of(world, KIND).put(verification.put("date_updated", TwilioDates.iso8601(world.now())));
    }

    /** One that Twilio still knows: pending, or canceled. */
    private static ObjectNode find(Exchange exchange) {
        var service = VerifyServices.service(exchange);
        var sidOrTo = exchange.parameter("SidOrTo");
        return ResourceTable.of(exchange.world(), KIND)
                .find(sidOrTo)
                .filter(found -> found.path("service_sid").equals(service.path("sid")))
                .filter(found ->
                        isPending(found) || found.path("status").asText().equals("canceled"))
                .or(() -> pending(exchange.world(), service, sidOrTo))
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sidOrTo));
    }

    private static StubResponse update(Exchange exchange) {
        var verification = find(exchange);
        var status = Parameters.of(exchange).textOrEmpty("Status");
        if (!Set.of("canceled", "approved").contains(status)) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("Status", status);
        }
        verification.put("status", status).put("valid", status.equals("approved"));
        put(exchange.world(), verification);
        return Responses.ok(verification);
    }

    private static StubResponse check(Exchange exchange) {
        var world = exchange.world();
        var service = VerifyServices.service(exchange);
        var parameters = Parameters.of(exchange);
        var code = parameters.textOrEmpty("Code");
        if (code.length() < VerifyServices.SHORTEST_CODE || code.length() > VerifyServices.LONGEST_CODE) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("Code", code);
        }
        var sid = parameters.textOrEmpty("VerificationSid");
        var to = parameters.textOrEmpty("To");
        if (sid.isEmpty() && to.isEmpty()) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("To", to);
        }
        var verification = (sid.isEmpty()
                        ? pending(world, service, to)
                        : ResourceTable.of(world, KIND)
                                .find(sid)
                                .filter(found -> found.path("service_sid").equals(service.path("sid")))
                                .filter(Verifications::isPending))
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid.isEmpty() ? to : sid));
        var checks = verification.path(CHECKS).asInt() + 1;
        if (checks > MAX_ATTEMPTS) {
            throw TwilioError.MAX_CHECK_ATTEMPTS.with();
        }
        var isRight = verification.path(CODE).asText().equals(code);
        verification.put(CHECKS, checks).put("valid", isRight).put("status", isRight ? "approved" : "pending");
        put(world, verification);
        return Responses.ok(result(verification));
    }

    /** What a check says, which is less than the verification. */
    private static ObjectNode result(ObjectNode verification) {
        var result = Json.object();
        for (var field :
                new String[] {"sid", "service_sid", "account_sid", "to", "channel", "status", "valid", "amount", "payee"
                }) {
            result.set(field, verification.path(field));
        }
        result.putArray("sna_attempts_error_codes");
        result.set("date_created", verification.path("date_created"));
        result.set("date_updated", verification.path("date_updated"));
        return result;
    }

    /** For tests: the newest verification of a recipient, with its code. */
    private static StubResponse readCode(Exchange exchange) {
        var to = Parameters.of(exchange)
                .textOrEmpty("to")
                .strip()
                .replaceAll("^(?=\\d)", "+"); // + in a query is a space
        return ResourceTable.of(exchange.world(), KIND)
                .newestFirst("to", to)
                .findFirst()
                .map(found -> Responses.ok(Json.object()
                        .put("code", found.path(CODE).asText())
                        .put("to", to)
                        .put("status", found.path("status").asText())
                        .put("channel", found.path("channel").asText())
                        .put("sid", found.path("sid").asText())
                        .put("service_sid", found.path("service_sid").asText())))
                .orElseThrow(() ->
                        TwilioError.NOT_FOUND.with(exchange.request().path() + " (no verification of \"" + to + "\")"));
    }
}
