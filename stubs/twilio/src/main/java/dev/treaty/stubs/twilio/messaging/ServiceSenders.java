package dev.treaty.stubs.twilio.messaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/** What messaging services send from. */
public final class ServiceSenders {

    /** Services, as Twilio shows them. */
    static final ObjectKind SERVICES = ResourceTable.kind("messaging_service", "account_sid");

    /** Numbers of services. */
    static final ObjectKind NUMBERS = ResourceTable.kind("messaging_number", "service_sid", "phone_number");

    /** Names that services send from, where a country allows it. */
    static final ObjectKind NAMES = ResourceTable.kind("messaging_alpha_sender", "service_sid");

    private static final String NORTH_AMERICA = "+1";

    /** Short codes; none can be added. */
    static final ObjectKind SHORT_CODES = ResourceTable.kind("messaging_short_code", "service_sid");

    /** Notes that senders have been added to a service; only the replay knows. */
    static final String HAD_SENDERS = "_had_senders";

    private ServiceSenders() {}

    /** Whether all senders of a service have been removed. A new one may send from the number that every account owns. */
    public static boolean isEmptied(World world, ObjectNode service) {
        var sid = service.path("sid").asText();
        return service.path(HAD_SENDERS).asBoolean()
                && texts(world, NUMBERS, sid, "phone_number").isEmpty()
                && texts(world, NAMES, sid, "alpha_sender").isEmpty();
    }

    /** Whether a sender has not been released since it was added; a number keeps its SID in a service. */
    static boolean exists(World world, ObjectNode sender) {
        return !sender.has("phone_number")
                || ResourceTable.of(world, OwnedNumbers.KIND)
                        .find(sender.path("sid").asText())
                        .isPresent();
    }

    /** The service with this SID. */
    public static Optional<ObjectNode> find(World world, String accountSid, String serviceSid) {
        return AccountResources.find(world, accountSid, SERVICES, serviceSid);
    }

    /** The service that a number belongs to. */
    public static Optional<ObjectNode> serviceOf(World world, String accountSid, String number) {
        return ResourceTable.of(world, NUMBERS)
                .newestFirst("phone_number", number)
                .filter(sender -> exists(world, sender))
                .findFirst()
                .flatMap(sender ->
                        find(world, accountSid, sender.path("service_sid").asText()));
    }

    /**
     * What a service sends a message from: always the same number for the same recipient ("sticky sender"); a name if it has one and the
     * recipient's country allows names. One that has nothing sends from the number that every account owns.
     */
    public static String senderFor(World world, ObjectNode service, String recipient) {
        var sid = service.path("sid").asText();
        if (!recipient.startsWith(NORTH_AMERICA)) {
            var name = texts(world, NAMES, sid, "alpha_sender").stream().findFirst();
            if (name.isPresent()) {
                return name.get();
            }
        }
        var numbers = texts(world, NUMBERS, sid, "phone_number");
        return numbers.isEmpty()
                ? OwnedNumbers.VALID_SENDER.e164()
                : numbers.get(Math.floorMod(recipient.hashCode(), numbers.size()));
    }

    private static List<String> texts(World world, ObjectKind kind, String service, String field) {
        return ResourceTable.of(world, kind)
                .newestFirst("service_sid", service)
                .filter(sender -> exists(world, sender))
                .map(sender -> sender.path(field).asText())
                .toList();
    }
}
