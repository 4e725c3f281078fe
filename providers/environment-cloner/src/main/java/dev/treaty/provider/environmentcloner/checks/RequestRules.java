package dev.treaty.provider.environmentcloner.checks;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.refusals.InvalidClone;
import dev.treaty.provider.environmentcloner.systems.ClonedApplication;
import dev.treaty.provider.environmentcloner.systems.MaximalAge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a request has to say, whatever the databases are like. All that is wrong is said at once. */
final class RequestRules {

    private final ClonedApplication application;
    private final List<InvalidClone.InvalidMember> errors = new ArrayList<>();

    RequestRules(ClonedApplication application) {
        this.application = application;
    }

    void environments(Environment source, Environment target) {
        if (source.id().equals(target.id())) {
            add("/target", "is the source");
        }
        if (!source.canBeSource()) {
            add("/source", "has no role that reads it, so that it is no source");
        }
        if (!target.canBeTarget()) {
            add("/target", "has no role that may replace it, so that it is no target");
        }
    }

    void anonymisation(Environment source, RequestedClone request) {
        if (source.kind() == EnvironmentKind.PRODUCTION && request.profile().isEmpty()) {
            add("/anonymise", "must name a profile, because the source is production");
        }
    }

    void systems(List<String> systems) {
        if (systems.isEmpty()) {
            add("/systems", "names no system");
        }
        for (var i = 0; i < systems.size(); i++) {
            if (!application.names().contains(systems.get(i))) {
                add("/systems/" + i, "is not one of " + String.join(", ", application.names()));
            }
        }
    }

    /** By the name of each system. */
    Map<String, MaximalAge> ages(Map<String, String> texts) {
        var ages = new LinkedHashMap<String, MaximalAge>();
        texts.forEach((system, text) -> {
            var pointer = system.equals(RequestedClone.ALL) ? "/maxAge" : "/maxAge/" + system;
            var age = MaximalAge.parse(text).orElse(null);
            if (age == null) {
                add(pointer, "is not a duration above zero as ISO 8601 has it, e.g. P90D");
            } else if (system.equals(RequestedClone.ALL)) {
                application.names().forEach(name -> ages.putIfAbsent(name, age));
            } else if (application.names().contains(system)) {
                ages.put(system, age);
            } else {
                add(pointer, "is not one of " + String.join(", ", application.names()));
            }
        });
        return ages;
    }

    void add(String pointer, String detail) {
        errors.add(new InvalidClone.InvalidMember(pointer, detail));
    }

    /** @throws InvalidClone if anything is wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidClone(errors);
        }
    }
}
