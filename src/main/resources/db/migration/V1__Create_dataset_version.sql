create table dataset_version (
    id         integer                     not null primary key check (id = 1),
    version    bigint                      not null,
    changed_at timestamp(6) with time zone not null
);

insert into dataset_version (id, version, changed_at) values (1, 0, current_timestamp);
