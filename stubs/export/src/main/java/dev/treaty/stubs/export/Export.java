package dev.treaty.stubs.export;

import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.overlap.MappingPriority;
import dev.treaty.stubs.export.overlap.Overlaps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Contracts as plain WireMock mappings, in memory until they are {@linkplain #write written}. The same contracts give the same
 * bytes on every machine.
 */
public final class Export {

    private final List<ExportedInteraction> interactions;
    private final List<UnexportedMessage> messages;

    private Export(List<ExportedInteraction> interactions, List<UnexportedMessage> messages) {
        this.interactions = List.copyOf(interactions);
        this.messages = List.copyOf(messages);
    }

    /**
     * Translates contracts.
     *
     * @param files in the order in which they respond when nothing else decides
     * @param providers only these; empty for all
     * @throws ExportException if one of them is in no contract
     */
    public static Export of(List<PactFile> files, Collection<String> providers) {
        var known = new TreeSet<>(files.stream().map(PactFile::provider).toList());
        for (var provider : providers) {
            if (!known.contains(provider)) {
                throw ExportException.unknownProvider(provider, known);
            }
        }
        var wanted = files.stream()
                .filter(file -> providers.isEmpty() || providers.contains(file.provider()))
                .toList();
        return new Export(interactions(wanted), messages(wanted));
    }

    private static List<ExportedInteraction> interactions(List<PactFile> files) {
        var overlaps = Overlaps.among(files);
        var priority = new MappingPriority(overlaps.interactions());
        var names = new ExportFileNames();
        var exported = new ArrayList<ExportedInteraction>();
        for (var interaction : overlaps.interactions()) {
            var name = names.of(interaction);
            var path = "%s/mappings/%s.json".formatted(ExportFileNames.folder(interaction.provider()), name);
            exported.add(
                    new InteractionMapping(interaction, name).export(path, priority, overlaps.isShared(interaction)));
        }
        return exported;
    }

    private static List<UnexportedMessage> messages(List<PactFile> files) {
        return files.stream()
                .flatMap(file -> file.interactions().stream()
                        .filter(interaction -> !(interaction instanceof V4Interaction.SynchronousHttp))
                        .map(message -> new UnexportedMessage(file, message.getDescription())))
                .toList();
    }

    /** What became of each rule. */
    public ExportReport report() {
        return new ExportReport(interactions, messages);
    }

    /**
     * Writes a folder for each provider, for WireMock's {@code --root-dir}, and the report as {@code EXPORT.md} and
     * {@code EXPORT.json}. Deletes files that an earlier export wrote and this one does not.
     *
     * @throws ExportException if the folder contains files that no export has written, or cannot be written to
     */
    public void write(Path directory) {
        new ExportDirectory(directory).write(files());
    }

    /** The files by path, with slashes. The report comes last, because it lists the files that belong to the export. */
    private Map<String, String> files() {
        var files = new TreeMap<String, String>();
        interactions.forEach(interaction -> files.put(interaction.path(), interaction.json()));
        var report = report();
        var all = new LinkedHashMap<String, String>(files);
        all.put(MarkdownReport.FILE, new MarkdownReport(report).toString());
        all.put(JsonReport.FILE, new JsonReport(report).text(Set.copyOf(all.keySet())));
        return all;
    }
}
