package dev.treaty.provider.environmentcloner.backups;

import java.util.OptionalLong;

/**
 * A backup, and where it is.
 *
 * @param location the name of the database, or that of the file in the folder for backups
 * @param oid the number of the database on its server
 */
public record StoredBackup(Backup backup, String location, OptionalLong oid) {}
