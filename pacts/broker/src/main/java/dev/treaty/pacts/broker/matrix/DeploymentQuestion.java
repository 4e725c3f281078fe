package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.http.HalLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether versions work together, or with everything that is live in an environment.
 *
 * @param versions what is to be deployed
 * @param ignored integrations that are left out of the answer
 * @param environment where to
 * @param tag where to, where environments are tags
 */
public record DeploymentQuestion(
        List<VersionSelector> versions,
        List<VersionSelector> ignored,
        Optional<String> environment,
        Optional<String> tag) {

    /** More rows than any gate has. The broker's default is 100, and it judges only the rows that it returns. */
    static final int MOST_ROWS = 1000;

    /** Copies the lists. */
    public DeploymentQuestion {
        versions = List.copyOf(versions);
        ignored = List.copyOf(ignored);
    }

    /**
     * The query of the resource {@code /matrix}. It asks for the newest result of every live version ({@code latestby=cvpv}); {@code cvp},
     * which pact-jvm's plugin asks for, sees only the newest of several versions that are live at once.
     */
    String query() {
        var parts = new ArrayList<String>();
        versions.forEach(selector -> parts.add(selector.query("q")));
        ignored.forEach(selector -> parts.add(selector.query("ignore")));
        parts.add("latestby=cvpv");
        environment.ifPresent(name -> parts.add("environment=" + HalLink.encode(name)));
        tag.ifPresent(name -> parts.add("tag=%s&latest=true".formatted(HalLink.encode(name))));
        if (environment.isEmpty() && tag.isEmpty() && versions.size() == 1) {
            parts.add("latest=true");
        }
        parts.add("limit=" + MOST_ROWS);
        return String.join("&", parts);
    }

    boolean asksAbout(String pacticipant) {
        return versions.stream().anyMatch(selector -> selector.pacticipant().equals(pacticipant));
    }

    /** Whether a version is left out of the answer. */
    boolean ignores(String pacticipant, String version) {
        return ignored.stream()
                .filter(selector -> selector.pacticipant().equals(pacticipant))
                .anyMatch(selector -> selector.version().orElse(version).equals(version));
    }

    /** The question with its answer, e.g. {@code "version 4f2c of api-gateway can be deployed to production"}. */
    String sentence(boolean isYes) {
        var subject = versions.stream().map(VersionSelector::toString).collect(Collectors.joining(" and "));
        return environment
                .or(() -> tag)
                .map(place -> "%s %s be deployed to %s".formatted(subject, isYes ? "can" : "cannot", place))
                .orElseGet(() -> versions.size() == 1
                        ? "%s %s with the newest versions of all others"
                                .formatted(subject, isYes ? "works" : "does not work")
                        : "%s %s together".formatted(subject, isYes ? "work" : "do not work"));
    }
}
