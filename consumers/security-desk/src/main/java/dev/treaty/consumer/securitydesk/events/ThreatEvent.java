package dev.treaty.consumer.securitydesk.events;

import java.time.LocalDate;
import java.util.List;

/** Something that happened at threat-intelligence. */
public sealed interface ThreatEvent {

    /** An address is to be blocked from now on. */
    record AddressJudgedMalicious(String ip, int risk, List<String> reasons) implements ThreatEvent {

        /** Copies the reasons. */
        public AddressJudgedMalicious {
            reasons = List.copyOf(reasons);
        }
    }

    /** A source does not answer any more: more verdicts will be unknown. */
    record SourceUnavailable(String source) implements ThreatEvent {}

    /** A source answers again. */
    record SourceRecovered(String source) implements ThreatEvent {}

    /** The API key of a source has to be replaced. */
    record SourceKeyExpires(String source, LocalDate expiresOn) implements ThreatEvent {}

    /** An event that the desk does not read; a service may publish more than its consumers need. */
    record Unknown(String type) implements ThreatEvent {}
}
