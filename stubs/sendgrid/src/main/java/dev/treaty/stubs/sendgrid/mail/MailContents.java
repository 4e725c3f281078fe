package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.template.TemplateText;
import dev.treaty.stubs.sendgrid.template.Templates;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;

/** What the recipients of a mail read: its texts, or those of its template, filled with what is known of them. */
final class MailContents {

    private final JsonNode mail;
    private final Optional<ObjectNode> version;

    MailContents(World world, JsonNode mail) {
        this.mail = mail;
        version = new Templates(world).find(mail.path("template_id").asText()).flatMap(Templates::activeVersion);
    }

    /** Adds subject, text and HTML for the recipients of a personalization. */
    void addTo(ObjectNode stored, JsonNode personalization) {
        var subject =
                personalization.path("subject").asText(mail.path("subject").asText());
        stored.put("subject", filled(template("subject", subject), personalization, false))
                .put("text", filled(template("plain_content", content("text/plain")), personalization, false))
                .put("html", filled(template("html_content", content("text/html")), personalization, true));
    }

    /** A template's own text takes precedence. */
    private String template(String field, String otherwise) {
        return version.map(active -> active.path(field).asText())
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    private String content(String type) {
        for (var part : mail.path("content")) {
            if (part.path("type").asText().equals(type)) {
                return part.path("value").asText();
            }
        }
        return "";
    }

    private String filled(String text, JsonNode personalization, boolean isHtml) {
        if (mail.path("template_id").asText().startsWith("d-")) {
            return TemplateText.fill(text, personalization.path("dynamic_template_data"), isHtml);
        }
        var filled = text;
        for (var substitution : personalization.path("substitutions").properties()) {
            filled = filled.replace(
                    substitution.getKey(), substitution.getValue().asText());
        }
        return filled;
    }
}
