package dev.treaty.stubs.twilio.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.application.Applications;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;

/**
 * Which numbers an account may send and call from: those that it has bought and not released, and always {@code +15005550006}, as with
 * Twilio's test credentials.
 */
public final class OwnedNumbers {

    /** Numbers that were bought, as Twilio shows them. */
    public static final ObjectKind KIND = ResourceTable.kind("incoming_phone_number", "phone_number", "account_sid");

    /** The magic number from which everything works. */
    public static final PhoneNumber VALID_SENDER = new PhoneNumber("+15005550006");

    private OwnedNumbers() {}

    /**
     * What says where calls to a number go, in {@code voice_url} and so on: its application if it has one, otherwise the number itself.
     * Empty JSON for a number that has not been bought.
     */
    public static ObjectNode voice(World world, String accountSid, PhoneNumber number) {
        return handler(world, accountSid, number, "voice_application_sid");
    }

    /** What says where messages to a number go, in {@code sms_url} and so on, as {@link #voice}. */
    public static ObjectNode messaging(World world, String accountSid, PhoneNumber number) {
        return handler(world, accountSid, number, "sms_application_sid");
    }

    private static ObjectNode handler(World world, String accountSid, PhoneNumber number, String application) {
        var owned = find(world, accountSid, number).orElseGet(Json::object);
        return Applications.find(world, accountSid, owned.path(application).asText(""))
                .orElse(owned);
    }

    /** Whether an account may send and call from a number. */
    public static boolean owns(World world, String accountSid, PhoneNumber number) {
        return number.equals(VALID_SENDER) || find(world, accountSid, number).isPresent();
    }

    /** A number that an account has bought, with its {@code sms_url}, {@code voice_url} and so on. */
    public static Optional<ObjectNode> find(World world, String accountSid, PhoneNumber number) {
        return ResourceTable.of(world, KIND)
                .newestFirst("phone_number", number.e164())
                .filter(owned -> owned.path("account_sid").asText().equals(accountSid))
                .findFirst();
    }
}
