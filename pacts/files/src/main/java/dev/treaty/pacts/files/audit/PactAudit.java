package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFileCheck;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.files.PactFileReader;
import dev.treaty.pacts.files.PactJson;
import dev.treaty.pacts.files.PluginUse;
import dev.treaty.pacts.files.UnreadablePactFile;
import dev.treaty.pacts.files.UnreadablePactFile.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares what a pact file says with what is read of it. pact-jvm drops what it does not expect, at most with a line in its log: then
 * a contract promises less than its author wrote.
 */
public final class PactAudit {

    private final Path path;
    private final int version;
    private final List<String> plugins;
    private final Set<Position> defects;
    private final List<ErrorMessage> findings = new ArrayList<>();
    private int interactions;

    private PactAudit(Path path, PactFileCheck.Metadata metadata) {
        this.path = path;
        version = metadata.version();
        plugins = metadata.plugins();
        defects = metadata.defects().keySet();
    }

    /**
     * What the file says and is not read, each with its position.
     *
     * @param path of a file that can be read
     * @throws UnreadablePactFile if it cannot be read any more
     */
    public static List<ErrorMessage> findings(Path path, PactFileLimits limits) {
        return findings(path, PactFileReader.text(path), limits);
    }

    /** The same of a text that is not in a file; its path is only a name. */
    public static List<ErrorMessage> findings(Path path, String text, PactFileLimits limits) {
        try {
            var audit = new PactAudit(path, PactFileCheck.check(path, text, limits));
            try (var parser = limits.json().createParser(text)) {
                audit.findings.addAll(DuplicateMembers.in(path, parser));
            }
            try (var parser = limits.json().createParser(text)) {
                audit.root(parser);
            }
            return audit.findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void root(JsonParser parser) throws IOException {
        var messages = 0;
        var messagesAt = Position.START;
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var position = Position.of(parser.currentTokenLocation());
            parser.nextToken();
            if (name.equals("interactions")) {
                interactions += list(parser, name);
            } else if (name.equals("messages")) {
                messages += list(parser, name);
                messagesAt = position;
            } else if (name.equals("consumer") || name.equals("provider")) {
                ParticipantAudit.loss(name, PactJson.text(PactJson.read(parser), "name"))
                        .ifPresent(loss -> add("The file", loss, position));
            } else {
                KnownMembers.ROOT.check(name).ifPresent(loss -> add("The file", loss, position));
                parser.skipChildren();
            }
        }
        lists(messages, messagesAt);
    }

    /** Audits the elements of a list; returns their number. */
    private int list(JsonParser parser, String name) throws IOException {
        var number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var position = Position.of(parser.currentTokenLocation());
            var value = PactJson.read(parser);
            number++;
            if (!defects.contains(position)
                    && value instanceof JsonValue.Object interaction
                    && isRead(name, interaction)) {
                var description = PactJson.text(interaction, "description");
                var subject = description.isBlank() ? "An interaction" : "\"" + description + "\"";
                new InteractionAudit(version, name.equals("messages"))
                        .losses(interaction)
                        .forEach(loss -> add(subject, loss, position));
            }
        }
        return number;
    }

    /** Whether it is not already lost as a whole. */
    private boolean isRead(String list, JsonValue interaction) {
        return (version == 3 || list.equals("interactions"))
                && (plugins.isEmpty() || PluginUse.in(interaction, plugins).isEmpty());
    }

    private void lists(int messages, Position messagesAt) {
        if (messages + interactions == 0) {
            findings.add(new ErrorMessage(
                    "The file has no interactions, so nothing is served.",
                    UnreadablePactFile.where(path, Position.START),
                    "record some, or remove the file"));
        } else if (messages > 0 && version != 3) {
            findings.add(new ErrorMessage(
                    "Not read: %s under \"messages\"; V%d has only \"interactions\"."
                            .formatted(Quantity.of(messages, "message"), version),
                    UnreadablePactFile.where(path, messagesAt),
                    version == 4
                            ? "move them to \"interactions\", each with the type \"Asynchronous/Messages\""
                            : "write them to a file of specification V3 or V4"));
        } else if (messages > 0 && interactions > 0) {
            findings.add(new ErrorMessage(
                    "Not read: %s under \"interactions\", because the file also has \"messages\"."
                            .formatted(Quantity.of(interactions, "interaction")),
                    UnreadablePactFile.where(path, messagesAt),
                    "write them to two files, or to one of specification V4"));
        }
    }

    private void add(String subject, Loss loss, Position position) {
        var where = UnreadablePactFile.where(path, position);
        findings.add(new ErrorMessage(
                subject + " " + loss.what() + ".",
                loss.place().isEmpty() ? where : loss.place() + " in " + where,
                loss.fix()));
    }
}
