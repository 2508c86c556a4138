-- When each version was made. A thing has but the time of its last change, so that of a version nothing may be left
-- which would tell it.
create table dataset_moment (
    version bigint                      not null primary key,
    made_at timestamp(6) with time zone not null
);

insert into dataset_moment (version, made_at) select version, min(changed_at) from record_change group by version;

create index dataset_moment_by_time on dataset_moment (made_at, version);

drop index record_change_by_time;
alter table record_change drop column changed_at;
