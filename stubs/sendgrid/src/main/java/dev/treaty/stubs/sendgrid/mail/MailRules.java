package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.vendor.world.World;

/**
 * What SendGrid requires of a mail.
 *
 * @see <a href="https://github.com/sendgrid/sendgrid-oai/blob/main/spec/paths/mail_send/mail_send.json">SendGrid, v3 Mail Send</a>
 */
final class MailRules {

    private MailRules() {}

    /** @throws dev.treaty.stubs.vendor.VendorError 400 with everything that is wrong */
    static void check(World world, JsonNode mail) {
        var problems = new Problems();
        new RecipientRules(problems, mail).check(world.nowSeconds());
        from(problems, mail.path("from"));
        new ContentRules(problems, world, mail).check();
        new SettingRules(problems, mail).check(world);
        problems.throwIfAny();
    }

    private static void from(Problems problems, JsonNode from) {
        if (from.isMissingNode()) {
            problems.add(
                    "from.email",
                    "The from object must be provided for every email send. It is an object that requires the email parameter, but"
                            + " may also contain a name parameter.");
        } else {
            problems.email(from, "from");
        }
    }
}
