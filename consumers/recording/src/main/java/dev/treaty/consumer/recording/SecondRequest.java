package dev.treaty.consumer.recording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.OutputDirectoryCreator;

/**
 * Requests other tests from Jupiter than the platform did, which record into another directory.
 *
 * @param first the platform's request
 * @param selectors the tests
 * @param directory where they record
 */
record SecondRequest(EngineDiscoveryRequest first, List<DiscoverySelector> selectors, String directory)
        implements EngineDiscoveryRequest {

    SecondRequest {
        selectors = List.copyOf(selectors);
    }

    @Override
    public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
        return selectors.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** None, because the selectors name only what passed the filters of the first request. */
    @Override
    public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
        return List.of();
    }

    @Override
    public ConfigurationParameters getConfigurationParameters() {
        return new Parameters(first.getConfigurationParameters(), directory);
    }

    @Override
    public OutputDirectoryCreator getOutputDirectoryCreator() {
        return first.getOutputDirectoryCreator();
    }

    /** The parameters of the first run, except for the directory. */
    private record Parameters(ConfigurationParameters first, String directory) implements ConfigurationParameters {

        @Override
        public Optional<String> get(String key) {
            return key.equals(RecordingDirectory.PARAMETER) ? Optional.of(directory) : first.get(key);
        }

        @Override
        public Optional<Boolean> getBoolean(String key) {
            return get(key).map(Boolean::parseBoolean);
        }

        @Override
        public Set<String> keySet() {
            return first.keySet();
        }
    }
}
