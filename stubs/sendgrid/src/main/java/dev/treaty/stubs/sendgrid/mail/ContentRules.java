package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.template.Templates;
import dev.treaty.stubs.vendor.world.World;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what recipients read: subject, content, template, attachments. */
final class ContentRules {

    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";
    private static final Pattern TEMPLATE = Pattern.compile("d-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> DISPOSITIONS = Set.of("inline", "attachment");

    private final Problems problems;
    private final JsonNode mail;
    private final Optional<ObjectNode> version;

    ContentRules(Problems problems, World world, JsonNode mail) {
        this.problems = problems;
        this.mail = mail;
        version = template(world);
    }

    private Optional<ObjectNode> template(World world) {
        var id = mail.path("template_id");
        if (id.isMissingNode()) {
            return Optional.empty();
        }
        if (!TEMPLATE.matcher(id.asText()).matches()) {
            problems.add(
                    "template_id", "The template_id must be a valid GUID, you provided '%s'.".formatted(id.asText()));
            return Optional.empty();
        }
        var template = new Templates(world).find(id.asText());
        if (template.isEmpty()) {
            problems.add("template_id", "There is no template with this id.");
        }
        return template.flatMap(Templates::activeVersion);
    }

    void check() {
        subject();
        content();
        attachments();
    }

    private void subject() {
        problems.text(mail.path("subject"), "subject");
        if (mail.has("subject") || version.isPresent()) {
            return;
        }
        var personalizations = mail.path("personalizations");
        var all = !personalizations.isEmpty();
        for (var one : personalizations) {
            all &= one.has("subject");
        }
        if (!all) {
            problems.add(
                    "subject",
                    "The subject is required. You can get around this requirement if you use a template with a subject defined or"
                            + " if every personalization has a subject defined.");
        }
    }

    private void content() {
        var content = mail.path("content");
        if (content.isEmpty() && version.isEmpty()) {
            problems.add(
                    "content",
                    "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined"
                            + " content block. We typically suggest both text/plain and text/html blocks are included, but only"
                            + " one block is required.");
        }
        for (var i = 0; i < content.size(); i++) {
            problems.requiredText(content.get(i).path("type"), "content." + i + ".type");
            problems.requiredText(content.get(i).path("value"), "content." + i + ".value");
        }
        order(content.findValuesAsText("type"));
    }

    private void order(List<String> types) {
        for (var type : List.of(PLAIN, HTML)) {
            if (types.indexOf(type) != types.lastIndexOf(type)) {
                problems.add("content", "If present, %s may only be provided once.".formatted(type));
            }
        }
        if (types.indexOf(PLAIN) > 0) {
            problems.add("content", "If present, text/plain must be the first content block, followed by text/html.");
        } else if (types.indexOf(HTML) > (types.contains(PLAIN) ? 1 : 0)) {
            problems.add("content", "If present, text/html must be the first content block after text/plain.");
        }
    }

    private void attachments() {
        var attachments = mail.path("attachments");
        problems.items(attachments, "attachments", Integer.MAX_VALUE);
        for (var i = 0; i < attachments.size(); i++) {
            attachment(attachments.get(i), "attachments." + i);
        }
    }

    private void attachment(JsonNode attachment, String field) {
        problems.requiredText(attachment.path("content"), field + ".content");
        if (!isBase64(attachment.path("content").asText())) {
            problems.add(field + ".content", "The attachment content must be base64 encoded.");
        }
        problems.requiredText(attachment.path("filename"), field + ".filename");
        problems.text(attachment.path("type"), field + ".type");
        if (attachment.has("disposition")
                && !DISPOSITIONS.contains(attachment.path("disposition").asText())) {
            problems.add(field + ".disposition", "The disposition must be either inline or attachment.");
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
