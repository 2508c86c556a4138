-- Which article or agent each change was about, so that whoever follows the dataset reads only those anew.
create table dataset_change (
    owner   varchar(140) not null primary key,
    version bigint       not null
);

create index dataset_change_by_version on dataset_change (version);

-- Tells one database from another that happens to be at the same version; set at the first start.
alter table dataset_version add column name varchar(36);
