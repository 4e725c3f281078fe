package dev.treaty.provider.threatintelligence.sources;

import dev.treaty.consumer.threatintelligence.source.IpAddress;

/** One of the sources. */
public interface ThreatSource {

    SourceName name();

    /**
     * What the source says of an address, within the time-out of its client.
     *
     * @throws dev.treaty.consumer.threatintelligence.source.SourceException if it refuses
     * @throws dev.treaty.consumer.http.HttpApiException if there is no reply, or none that can be read
     */
    Opinion ask(IpAddress address);
}
