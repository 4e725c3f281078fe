package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.http.HalLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A version of a pacticipant, by its number or by what is newest; or several by their tag.
 *
 * @param version its number
 * @param branch the newest of a branch
 * @param tag those with a tag; only the newest of them if {@code isLatest}
 * @param isLatest the newest of all
 * @param isMainBranch the newest of the main branch
 */
public record VersionSelector(
        String pacticipant,
        Optional<String> version,
        Optional<String> branch,
        Optional<String> tag,
        boolean isLatest,
        boolean isMainBranch) {

    /** Any version of a pacticipant. */
    public static VersionSelector of(String pacticipant) {
        return new VersionSelector(pacticipant, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }

    /** One version of a pacticipant. */
    public static VersionSelector of(String pacticipant, String version) {
        return of(pacticipant).withVersion(version);
    }

    /** The same with a version. */
    public VersionSelector withVersion(String number) {
        return new VersionSelector(pacticipant, Optional.of(number), branch, tag, isLatest, isMainBranch);
    }

    /** The same for the newest version of a branch. */
    public VersionSelector withBranch(String name) {
        return new VersionSelector(pacticipant, version, Optional.of(name), tag, true, isMainBranch);
    }

    /** The same for the newest version with a tag. */
    public VersionSelector withLatestTag(String name) {
        return new VersionSelector(pacticipant, version, branch, Optional.of(name), true, isMainBranch);
    }

    /** The same for all versions with a tag. */
    public VersionSelector withTag(String name) {
        return new VersionSelector(pacticipant, version, branch, Optional.of(name), isLatest, isMainBranch);
    }

    /** The same for the newest version of all. */
    public VersionSelector withLatest() {
        return new VersionSelector(pacticipant, version, branch, tag, true, isMainBranch);
    }

    /** The same for the newest version of the main branch. */
    public VersionSelector withMainBranch() {
        return new VersionSelector(pacticipant, version, branch, tag, true, true);
    }

    /** Whether it says which version it is about. */
    public boolean isSpecific() {
        return version.isPresent() || isLatest || tag.isPresent();
    }

    /** As a part of a query; each {@code [pacticipant]} begins a new selector, so that the order matters. */
    String query(String parameter) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("pacticipant", pacticipant);
        version.ifPresent(number -> fields.put("version", number));
        if (isLatest) {
            fields.put("latest", "true");
        }
        branch.ifPresent(name -> fields.put("branch", name));
        tag.ifPresent(name -> fields.put("tag", name));
        if (isMainBranch) {
            fields.put("mainBranch", "true");
        }
        return fields.entrySet().stream()
                .map(field -> parameter(parameter, field))
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String parameter, Map.Entry<String, String> field) {
        return "%s[][%s]=%s".formatted(parameter, field.getKey(), HalLink.encode(field.getValue()));
    }

    /** As people say it, e.g. {@code "version 4f2c of api-gateway"}. */
    @Override
    public String toString() {
        return version.map(number -> "version %s of %s".formatted(number, pacticipant))
                .or(() -> branch.map(name -> "the newest version of %s on branch %s".formatted(pacticipant, name)))
                .or(() -> tag.map(name -> "%s of %s with tag %s"
                        .formatted(isLatest ? "the newest version" : "each version", pacticipant, name)))
                .orElseGet(() -> isMainBranch
                        ? "the newest version of %s on its main branch".formatted(pacticipant)
                        : "the newest version of " + pacticipant);
    }
}
