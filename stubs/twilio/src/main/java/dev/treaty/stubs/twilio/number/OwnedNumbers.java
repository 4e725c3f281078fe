package dev.treaty.stubs.twilio.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.ResourceTable;
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
