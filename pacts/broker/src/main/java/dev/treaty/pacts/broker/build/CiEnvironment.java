package dev.treaty.pacts.broker.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What CI servers tell in environment variables: GitHub Actions, GitLab, Jenkins, Buildkite, CircleCI, Travis, AppVeyor, Codeship,
 * Bitbucket, Azure DevOps and Cirrus.
 */
final class CiEnvironment {

    private final Map<String, String> variables;

    CiEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The commit that the build was started for. */
    Optional<String> commit() {
        return first(
                "GITHUB_SHA",
                "CI_COMMIT_SHA",
                "GIT_COMMIT",
                "BUILDKITE_COMMIT",
                "CIRCLE_SHA1",
                "TRAVIS_COMMIT",
                "APPVEYOR_REPO_COMMIT",
                "CI_COMMIT_ID",
                "BITBUCKET_COMMIT",
                "BUILD_SOURCEVERSION",
                "CIRRUS_CHANGE_IN_REPO");
    }

    /** The source branch of the pull or merge request that is built; empty if none is. */
    Optional<String> pullRequestBranch() {
        return first(
                        "GITHUB_HEAD_REF",
                        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
                        "CHANGE_BRANCH",
                        "TRAVIS_PULL_REQUEST_BRANCH",
                        "APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH",
                        "SYSTEM_PULLREQUEST_SOURCEBRANCH")
                .map(CiEnvironment::withoutPrefix);
    }

    /** The branch that is built; empty if a tag is. */
    Optional<String> branch() {
        return gitHubBranch()
                .or(() -> first("CI_COMMIT_BRANCH"))
                .or(() -> value("CI_COMMIT_TAG").isPresent() ? Optional.empty() : first("CI_COMMIT_REF_NAME"))
                .or(() -> first(
                        "BRANCH_NAME",
                        "GIT_LOCAL_BRANCH",
                        "GIT_BRANCH",
                        "BUILDKITE_BRANCH",
                        "CIRCLE_BRANCH",
                        "TRAVIS_BRANCH",
                        "APPVEYOR_REPO_BRANCH",
                        "CI_BRANCH",
                        "BITBUCKET_BRANCH",
                        "CIRRUS_BRANCH"))
                .or(() -> value("BUILD_SOURCEBRANCH").filter(reference -> reference.startsWith("refs/heads/")))
                .map(CiEnvironment::withoutPrefix);
    }

    private Optional<String> gitHubBranch() {
        var isTag =
                value("GITHUB_REF_TYPE").filter(type -> !type.equals("branch")).isPresent();
        return isTag ? Optional.empty() : value("GITHUB_REF_NAME").filter(name -> !name.matches("\\d+/merge"));
    }

    /** The default branch of the repository, which a shallow clone of a CI server does not know. */
    Optional<String> mainBranch() {
        return first("CI_DEFAULT_BRANCH", "BUILDKITE_PIPELINE_DEFAULT_BRANCH").or(this::gitHubDefaultBranch);
    }

    /** GitHub writes the event that started the build into a file. */
    private Optional<String> gitHubDefaultBranch() {
        try {
            return value("GITHUB_EVENT_PATH")
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .flatMap(CiEnvironment::defaultBranch);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> defaultBranch(Path event) {
        try {
            var branch = new JsonMapper().readTree(Files.readAllBytes(event)).at("/repository/default_branch");
            return Optional.of(branch).filter(JsonNode::isTextual).map(JsonNode::asText);
        } catch (IOException e) {
            return Optional.empty(); // then origin/HEAD or --main-branch must tell
        }
    }

    /** The page of the build. */
    Optional<String> buildUrl() {
        return gitHubRun()
                .or(() -> first(
                        "CI_JOB_URL",
                        "CI_PIPELINE_URL",
                        "BUILD_URL",
                        "BUILDKITE_BUILD_URL",
                        "CIRCLE_BUILD_URL",
                        "TRAVIS_BUILD_WEB_URL"))
                .or(this::azureBuild);
    }

    private Optional<String> gitHubRun() {
        var server = value("GITHUB_SERVER_URL").orElse("https://github.com");
        return value("GITHUB_RUN_ID")
                .flatMap(run -> value("GITHUB_REPOSITORY")
                        .map(repository -> "%s/%s/actions/runs/%s".formatted(server, repository, run)));
    }

    private Optional<String> azureBuild() {
        return value("SYSTEM_TEAMFOUNDATIONSERVERURI")
                .flatMap(server -> value("SYSTEM_TEAMPROJECT")
                        .flatMap(project -> value("BUILD_BUILDID")
                                .map(build -> "%s%s/_build/results?buildId=%s".formatted(server, project, build))));
    }

    private static String withoutPrefix(String branch) {
        return branch.replaceFirst("^refs/heads/", "").replaceFirst("^(refs/remotes/)?origin/", "");
    }

    private Optional<String> first(String... names) {
        return Stream.of(names).flatMap(name -> value(name).stream()).findFirst();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
