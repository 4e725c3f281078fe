package dev.treaty.stubs.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.page.source.ReplayWorld;
import dev.treaty.stubs.page.source.RequestJournal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The worlds of the accounts whose requests are in the journal, asked for with the requests by which tests control a replay. So nobody
 * keeps account of accounts while requests are answered.
 */
public final class ReplayWorlds {

    private static final int MOST_WORLDS = 20;
    private static final int MOST_WEBHOOKS = 50;
    private static final int MOST_DUE = 10;
    private static final String AUTHORIZATION = "Authorization";

    private final RequestJournal journal;
    private final Function<String, Optional<ProviderReplay>> replays;

    /** @param replays by provider; empty for a provider that answers from contracts only */
    public ReplayWorlds(RequestJournal journal, Function<String, Optional<ProviderReplay>> replays) {
        this.journal = journal;
        this.replays = replays;
    }

    /** The latest accounts. */
    List<ReplayWorld> latest() {
        var worlds = new ArrayList<ReplayWorld>();
        accounts().forEach((id, account) -> {
            var state = ask(account, "GET", "/state", "");
            if (state.has("now")) {
                worlds.add(world(id, account, state));
            }
        });
        return worlds;
    }

    private record Account(String provider, String authorization, ProviderReplay replay) {}

    private Map<String, Account> accounts() {
        var accounts = new LinkedHashMap<String, Account>();
        journal.latest()
                .map(seen -> seen.request())
                .filter(request -> !request.header(AUTHORIZATION).isEmpty())
                .forEach(request -> {
                    var authorization = request.header(AUTHORIZATION).get(0);
                    if (accounts.size() < MOST_WORLDS) {
                        replays.apply(request.provider())
                                .ifPresent(replay -> accounts.putIfAbsent(
                                        id(request.provider(), authorization),
                                        new Account(request.provider(), authorization, replay)));
                    }
                });
        return accounts;
    }

    private static String id(String provider, String authorization) {
        return UUID.nameUUIDFromBytes((provider + "\n" + authorization).getBytes(UTF_8))
                .toString()
                .substring(0, 8);
    }

    private ReplayWorld world(String id, Account account, JsonNode state) {
        var objects = new ArrayList<String>();
        state.path("objects")
                .properties()
                .forEach(kind -> objects.add(kind.getValue().asText() + " " + kind.getKey()));
        var due = new ArrayList<String>();
        state.path("due")
                .forEach(item -> due.add(
                        item.path("at").asText() + " " + item.path("action").asText()));
        return new ReplayWorld(
                account.provider(),
                id,
                state.path("now").asText(),
                objects,
                due.subList(0, Math.min(due.size(), MOST_DUE)),
                webhooks(account));
    }

    private static List<ReplayWorld.Webhook> webhooks(Account account) {
        var webhooks = new ArrayList<ReplayWorld.Webhook>();
        for (var delivery : ask(account, "GET", "/webhooks", "").path("deliveries")) {
            if (webhooks.size() < MOST_WEBHOOKS) {
                webhooks.add(new ReplayWorld.Webhook(
                        delivery.path("id").asText(),
                        "%s to %s"
                                .formatted(what(delivery), delivery.path("url").asText()),
                        delivery.path("status").asText(),
                        delivery.path("attempts").size()));
            }
        }
        return webhooks;
    }

    /** An event says its type in its body; what has none is known by its purpose. */
    private static String what(JsonNode delivery) {
        var type = read(delivery.path("body").asText().getBytes(UTF_8))
                .path("type")
                .asText();
        return type.isEmpty() ? delivery.path("purpose").asText() : type;
    }

    /**
     * Advances the clock of a world.
     *
     * @param duration in ISO 8601
     * @throws InvalidForm if it cannot be done
     */
    void advance(String id, String duration) {
        require(
                ask(
                                account(id),
                                "POST",
                                "/clock",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("advance", duration)
                                        .toString()),
                        "now",
                "The clock cannot be advanced by \"%s\".".formatted(duration),
                        "write an ISO 8601 duration, e.g. PT1H or P30D");
    }

    /**
     * Sends a webhook again.
     *
     * @throws InvalidForm if it cannot be done
     */
    void resend(String id, String webhook) {
        if (!webhook.matches("[\\w-]+")) {
            throw new InvalidForm("This is not the id of a webhook.", "the form", "use the page");
        }
        require(
                ask(account(id), "POST", "/webhooks/" + webhook + "/resend", ""),
                "id",
                "The webhook cannot be sent again.",
                "load the page again, and choose one that it shows");
    }

    private static void require(JsonNode answer, String member, String otherwise, String fix) {
        if (!answer.has(member)) {
            throw new InvalidForm(otherwise, "the form", fix);
        }
    }

    private Account account(String id) {
        var account = accounts().get(id);
        if (account == null) {
            throw new InvalidForm(
                    "The journal has no request of this account any more.",
                    "account " + id,
                    "send one, and load the page again");
        }
        return account;
    }

    private static JsonNode ask(Account account, String method, String path, String body) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.put(AUTHORIZATION, List.of(account.authorization()));
        headers.put("Content-Type", List.of("application/json"));
        var result = account.replay()
                .answer(RawRequest.atPortOf(
                        account.provider(), method, ProviderReplay.CONTROL_PATH + path, headers, body.getBytes(UTF_8)));
        return result instanceof ReplayResult.Answered answered
                        && answered.response().status() < 300
                ? read(answered.response().body())
                : MissingNode.getInstance();
    }

    private static JsonNode read(byte[] json) {
        try {
            return Reader.JSON.readTree(json);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Not made until somebody looks at a world, because every server has this class. */
    private static final class Reader {

        private static final ObjectMapper JSON = new ObjectMapper();
    }
}
