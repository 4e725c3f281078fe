-- How often a verdict about an address of an analysis was tried in vain.
ALTER TABLE analysis_item ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
