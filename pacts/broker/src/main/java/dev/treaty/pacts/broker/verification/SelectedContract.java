package dev.treaty.pacts.broker.verification;

import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.http.HalLink;
import java.util.List;
import java.util.stream.Stream;

/**
 * A contract that a provider should be verified against.
 *
 * @param name e.g. {@code "Pact between api-gateway (4f2c…) and auth-service"}
 * @param reason why, in short, e.g. {@code "latest from branch feat/x"}
 * @param isPending whether it may be broken without failing the build
 * @param isWorkInProgress whether it was not asked for, but is the newest of a branch
 * @param link where its content is; results must be published through it, because it says why it was selected
 */
public record SelectedContract(
        String name,
        String reason,
        boolean isPending,
        boolean isWorkInProgress,
        List<VerificationNotice> notices,
        HalLink link) {

    /** Copies the list. */
    public SelectedContract {
        notices = List.copyOf(notices);
    }

    static SelectedContract of(HalDocument document) {
        var properties = document.json().path("verificationProperties");
        var link = document.requiredLink("self");
        return new SelectedContract(
                link.name(),
                document.text("shortDescription").orElse(""),
                properties.path("pending").asBoolean(),
                properties.path("wip").asBoolean(),
                HalDocument.documents(properties.path("notices")).stream()
                        .map(VerificationNotice::of)
                        .toList(),
                link);
    }

    /** What to show before the first interaction. */
    public List<String> noticesBefore() {
        return texts(notices.stream().filter(VerificationNotice::isBefore));
    }

    /** Why it was selected, in the broker's words, e.g. {@code "latest version from branch 'feat/x' (4f2c…)"}; one for each version. */
    public List<String> criteria() {
        return noticesBefore().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.startsWith("* "))
                .map(line -> line.substring(2))
                .distinct()
                .toList();
    }

    /** What to show after the verification. */
    public List<String> noticesAfter(boolean isSuccess, boolean isPublished) {
        return texts(notices.stream().filter(notice -> notice.isAfter(isSuccess, isPublished)));
    }

    private static List<String> texts(Stream<VerificationNotice> notices) {
        return notices.map(VerificationNotice::text).toList();
    }
}
