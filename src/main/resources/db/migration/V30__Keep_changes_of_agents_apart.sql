-- Agents change with nearly every article. Their rows were far apart between those of articles, and H2 writes the whole page
-- of each that changes.

-- Whoever writes takes this row first: nobody does so until all is moved.
update dataset_version set version = version;

create table agent_change (
    id      varchar(80) not null primary key,
    kind    varchar(20) not null,
    digest  varchar(32),
    shown   varchar(32) not null,
    counted text        not null,
    created bigint      not null,
    version bigint      not null
);

insert into agent_change (id, kind, digest, shown, counted, created, version)
select id, kind, digest, shown, counted, created, version from record_change where kind = 'Agent';

create index agent_change_by_version on agent_change (kind, version, id);

delete from record_change where kind = 'Agent';

-- It said the same once more.
delete from dataset_change where owner like 'agent:%';

-- An older release, if one still runs, is to fail rather than to write them where nobody looks any more.
alter table record_change add constraint record_change_of_no_agent check (kind <> 'Agent');
