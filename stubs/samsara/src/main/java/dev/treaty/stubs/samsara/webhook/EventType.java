package dev.treaty.stubs.samsara.webhook;

import java.util.Set;

/** What a webhook may subscribe to, as the official SDKs list it. */
final class EventType {

    static final Set<String> ALL = Set.of(
            "AddressCreated",
            "AddressDeleted",
            "AddressUpdated",
            "AlertIncident",
            "AlertObjectEvent",
            "DocumentSubmitted",
            "DriverCreated",
            "DriverUpdated",
            "DvirSubmitted",
            "EngineFaultOff",
            "EngineFaultOn",
            "FormSubmitted",
            "FormUpdated",
            "GatewayUnplugged",
            "GeofenceEntry",
            "GeofenceExit",
            "IssueCreated",
            "MissingDvirPastDue",
            "PredictiveMaintenanceAlert",
            "RouteStopArrival",
            "RouteStopDeparture",
            "RouteStopEarlyLateArrival",
            "RouteStopEtaUpdated",
            "RouteStopResequence",
            "SevereSpeedingEnded",
            "SevereSpeedingStarted",
            "SpeedingEventEnded",
            "SpeedingEventStarted",
            "SuddenFuelLevelDrop",
            "SuddenFuelLevelRise",
            "VehicleCreated",
            "VehicleUpdated");

    private EventType() {}
}
