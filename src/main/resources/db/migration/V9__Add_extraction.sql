-- How a program found a record; null where a person wrote it.
alter table quote add column extraction_rule varchar(64);
alter table quote add column extraction_confidence varchar(20);
alter table funding_fact add column extraction_rule varchar(64);
alter table funding_fact add column extraction_confidence varchar(20);
alter table meeting add column extraction_rule varchar(64);
alter table meeting add column extraction_confidence varchar(20);
