-- The last change of each thing that is served in a list, or was: where whoever follows the list goes on.
create table record_change (
    id         varchar(80)                 not null primary key,
    kind       varchar(20)                 not null,
    owner      varchar(140)                not null,
    -- What it says; null once it is served no more.
    digest     varchar(32),
    -- What others show of it.
    shown      varchar(32)                 not null,
    -- The ids of those that count it, with spaces between them.
    counted    text                        not null,
    -- The version in which it was there first.
    created    bigint                      not null,
    version    bigint                      not null,
    changed_at timestamp(6) with time zone not null
);

-- What is there already counts as changed with the last change of its article; what it says is not known here, so that
-- it counts as changed once more when its article changes next.
insert into record_change (id, kind, owner, digest, shown, counted, created, version, changed_at)
select r.id, 'Quote', r.article_id, case when r.review_status = 'REJECTED' then null else '' end, '', '', 0, coalesce(c.version, d.version), d.changed_at
from quote r left join dataset_change c on c.owner = r.article_id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, shown, counted, created, version, changed_at)
select r.id, 'FundingFact', r.article_id, case when r.review_status = 'REJECTED' then null else '' end, '', '', 0, coalesce(c.version, d.version), d.changed_at
from funding_fact r left join dataset_change c on c.owner = r.article_id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, shown, counted, created, version, changed_at)
select r.id, 'Meeting', r.article_id, case when r.review_status = 'REJECTED' then null else '' end, '', '', 0, coalesce(c.version, d.version), d.changed_at
from meeting r left join dataset_change c on c.owner = r.article_id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, shown, counted, created, version, changed_at)
select a.id, 'Article', a.id, '', '', '', 0, coalesce(c.version, d.version), d.changed_at
from article a left join dataset_change c on c.owner = a.id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, shown, counted, created, version, changed_at)
select concat('agent:', a.id), 'Agent', concat('agent:', a.id), '', '', '', 0, coalesce(c.version, d.version), d.changed_at
from agent a left join dataset_change c on c.owner = concat('agent:', a.id) cross join dataset_version d;

-- A record that an article has again has its row already.
insert into record_change (id, kind, owner, digest, shown, counted, created, version, changed_at)
select w.id,
       case
           when w.id like '%.q%' then 'Quote'
           when w.id like '%.f%' then 'FundingFact'
           when w.id like '%.m%' then 'Meeting'
           else 'Article'
       end,
       case when position('.' in w.id) = 0 then w.id else substring(w.id from 1 for position('.' in w.id) - 1) end,
       null, '', '', 0, d.version, d.changed_at
from withdrawal w cross join dataset_version d
where not exists (select 1 from record_change c where c.id = w.id);

create index record_change_by_version on record_change (kind, version, id);
create index record_change_by_owner on record_change (owner);
create index record_change_by_time on record_change (changed_at, version);

-- A record is served with those of other articles that report the same, and so changes when they do.
create index quote_also_reported_in_by_other on quote_also_reported_in (other_id);
create index funding_fact_also_reported_in_by_other on funding_fact_also_reported_in (other_id);
create index meeting_also_reported_in_by_other on meeting_also_reported_in (other_id);
