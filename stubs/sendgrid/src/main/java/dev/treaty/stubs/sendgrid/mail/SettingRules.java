package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.vendor.world.World;
import java.util.HashSet;
import java.util.List;

/** The rules for what is said about a mail as a whole: time, categories, groups, settings. */
final class SettingRules {

    private static final int MOST_CATEGORIES = 10;
    private static final int LONGEST_CATEGORY = 255;
    private static final int MOST_GROUPS = 25;
    private static final int MOST_REPLIES = 1_000;
    private static final int LARGEST_ARGUMENTS = 10_000;
    private static final String LIST = "bypass_list_management";
    private static final List<String> OTHER_BYPASSES =
            List.of("bypass_spam_management", "bypass_bounce_management", "bypass_unsubscribe_management");

    private final Problems problems;
    private final JsonNode mail;

    SettingRules(Problems problems, JsonNode mail) {
        this.problems = problems;
        this.mail = mail;
    }

    void check(World world) {
        categories();
        HeaderRules.check(problems, mail.path("headers"), "headers");
        problems.texts(mail.path("custom_args"), "custom_args");
        if (Problems.bytes(mail.path("custom_args")) > LARGEST_ARGUMENTS) {
            problems.add("custom_args", "May not exceed %d bytes.".formatted(LARGEST_ARGUMENTS));
        }
        problems.sendAt(mail.path("send_at"), "send_at", world.nowSeconds());
        if (mail.has("batch_id")
                && new Batches(world).find(mail.path("batch_id").asText()).isEmpty()) {
            problems.add("batch_id", "The batch id is not valid; create one with POST /v3/mail/batch.");
        }
        replies();
        groups();
        problems.text(mail.path("ip_pool_name"), "ip_pool_name", 2, 64);
        settings();
    }

    private void categories() {
        var categories = mail.path("categories");
        problems.items(categories, "categories", MOST_CATEGORIES);
        var seen = new HashSet<String>();
        for (var i = 0; i < categories.size(); i++) {
            problems.text(categories.get(i), "categories." + i, 1, LONGEST_CATEGORY);
            if (!seen.add(categories.get(i).asText())) {
                problems.add("categories", "Each category must be unique.");
            }
        }
    }

    private void replies() {
        if (mail.has("reply_to")) {
            problems.email(mail.path("reply_to"), "reply_to");
            if (mail.has("reply_to_list")) {
                problems.add("reply_to", "reply_to is mutually exclusive with reply_to_list.");
            }
        }
        var list = mail.path("reply_to_list");
        problems.items(list, "reply_to_list", MOST_REPLIES);
        var seen = new HashSet<String>();
        for (var i = 0; i < list.size(); i++) {
            problems.email(list.get(i), "reply_to_list." + i);
            if (!seen.add(list.get(i).path("email").asText())) {
                problems.add("reply_to_list", "Each email address in the reply_to_list should be unique.");
            }
        }
    }

    private void groups() {
        var asm = mail.path("asm");
        if (asm.isMissingNode()) {
            return;
        }
        if (!asm.path("group_id").isIntegralNumber()) {
            problems.add("asm.group_id", "The group_id is required, and must be an integer.");
        }
        problems.items(asm.path("groups_to_display"), "asm.groups_to_display", MOST_GROUPS);
        asm.path("groups_to_display").forEach(group -> problems.integer(group, "asm.groups_to_display"));
    }

    private void settings() {
        for (var settings : List.of("mail_settings", "tracking_settings")) {
            mail.path(settings).properties().forEach(setting -> {
                var enable = setting.getValue().path("enable");
                if (!enable.isMissingNode() && !enable.isBoolean()) {
                    problems.add(
                            settings + "." + setting.getKey() + ".enable",
                            "The enable parameter must be true or false.");
                }
            });
        }
        for (var other : OTHER_BYPASSES) {
            if (isEnabled(LIST) && isEnabled(other)) {
                problems.add("mail_settings." + other, "This filter cannot be combined with " + LIST + ".");
            }
        }
    }

    private boolean isEnabled(String setting) {
        return mail.path("mail_settings").path(setting).path("enable").asBoolean();
    }
}
