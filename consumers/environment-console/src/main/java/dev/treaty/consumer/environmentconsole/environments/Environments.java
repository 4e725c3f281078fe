package dev.treaty.consumer.environmentconsole.environments;

import dev.treaty.consumer.environmentconsole.connection.ClonerConnection;
import dev.treaty.consumer.environmentconsole.connection.ClonerRequest;
import java.util.List;

/** What can be cloned, and into what. Every method may throw a {@link dev.treaty.consumer.environmentconsole.connection.ClonerFailure}. */
public final class Environments {

    private static final String PATH = "/environments";

    private final ClonerConnection cloner;

    public Environments(ClonerConnection cloner) {
        this.cloner = cloner;
    }

    /** Lists all of them. */
    public List<Environment> list() {
        return cloner.send(ClonerRequest.get(PATH)).document(200).list("items", Environment::of);
    }

    /** Looks one up by its id. */
    public Environment find(String id) {
        return Environment.of(cloner.send(ClonerRequest.get(path(id))).document(200));
    }

    /** Has the service connect to an environment, and see what it may do there. */
    public EnvironmentCheck check(String id) {
        return EnvironmentCheck.of(
                cloner.send(ClonerRequest.post(path(id) + "/checks")).document(200));
    }

    private static String path(String id) {
        return PATH + "/" + ClonerRequest.encoded(id);
    }
}
