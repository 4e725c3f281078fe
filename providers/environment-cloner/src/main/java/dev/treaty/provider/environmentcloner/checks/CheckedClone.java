package dev.treaty.provider.environmentcloner.checks;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.schemas.SchemaHistory;
import dev.treaty.provider.environmentcloner.systems.MaximalAge;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clone that can be made, as far as can be told before it begins.
 *
 * @param systems without repetition
 * @param maxAge by the name of a system
 * @param history the source's migrations, which the clone will have
 * @param schemaChanges what the target gains and loses, e.g. {@code V4 audit}
 */
public record CheckedClone(
        Environment source,
        Environment target,
        List<String> systems,
        Optional<AnonymisationProfile> profile,
        Map<String, MaximalAge> maxAge,
        SchemaHistory history,
        List<String> schemaChanges) {

    public CheckedClone {
        systems = List.copyOf(systems);
        maxAge = Map.copyOf(maxAge);
        schemaChanges = List.copyOf(schemaChanges);
    }
}
