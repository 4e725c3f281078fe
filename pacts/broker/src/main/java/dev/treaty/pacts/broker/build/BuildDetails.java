package dev.treaty.pacts.broker.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which version of an application this is, for a consumer that publishes contracts as well as for a provider that publishes results. An
 * application that is both must have one version at the broker; so both ask here.
 *
 * <p>What is checked out counts, because that is what was built: a build that a webhook or a schedule started has another commit in its
 * environment, and that commit's branch with it.
 *
 * @param version the full id of the commit
 * @param branch the branch; of a pull request, its source branch
 * @param mainBranch the default branch of the repository
 * @param url the page of the build
 */
public record BuildDetails(
        Optional<String> version, Optional<String> branch, Optional<String> mainBranch, Optional<String> url) {

    /** What a folder's git repository and a CI server's environment say. */
    public static BuildDetails of(Path folder, Map<String, String> environment) {
        var git = new GitRepository(folder);
        var ci = new CiEnvironment(environment);
        var commit = git.commit();
        var isCommitOfCi = commit.isEmpty() || ci.commit().isEmpty() || commit.equals(ci.commit());
        return new BuildDetails(
                commit.or(ci::commit),
                git.branch().or(ci::pullRequestBranch).or(() -> isCommitOfCi ? ci.branch() : Optional.empty()),
                git.mainBranch().or(ci::mainBranch),
                ci.buildUrl());
    }

    /** Those files in a folder's git repository that differ from the commit that is checked out, as paths in the repository. */
    public static List<String> uncommitted(Path folder, List<Path> files) {
        return new GitRepository(folder).changed(files);
    }
}
