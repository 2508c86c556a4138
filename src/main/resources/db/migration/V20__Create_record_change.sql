-- The last change of each thing that is served in a list, or was: where whoever follows the list goes on.
create table record_change (
    id         varchar(80)                 not null primary key,
    kind       varchar(20)                 not null,
    owner      varchar(140)                not null,
    -- What it says; null once it is served no more.
    digest     varchar(64),
    version    bigint                      not null,
    changed_at timestamp(6) with time zone not null
);

create index record_change_by_version on record_change (kind, version, id);
create index record_change_by_owner on record_change (owner);

-- What is there already counts as changed with the last change of its article; what it says is not known here, so that
-- it counts as changed once more when its article changes next.
insert into record_change (id, kind, owner, digest, version, changed_at)
select r.id, 'Quote', r.article_id, case when r.review_status = 'REJECTED' then null else '' end, coalesce(c.version, d.version), d.changed_at
from quote r left join dataset_change c on c.owner = r.article_id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, version, changed_at)
select r.id, 'FundingFact', r.article_id, case when r.review_status = 'REJECTED' then null else '' end, coalesce(c.version, d.version), d.changed_at
from funding_fact r left join dataset_change c on c.owner = r.article_id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, version, changed_at)
select r.id, 'Meeting', r.article_id, case when r.review_status = 'REJECTED' then null else '' end, coalesce(c.version, d.version), d.changed_at
from meeting r left join dataset_change c on c.owner = r.article_id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, version, changed_at)
select a.id, 'Article', a.id, '', coalesce(c.version, d.version), d.changed_at
from article a left join dataset_change c on c.owner = a.id cross join dataset_version d;

insert into record_change (id, kind, owner, digest, version, changed_at)
select concat('agent:', a.id), 'Agent', concat('agent:', a.id), '', coalesce(c.version, d.version), d.changed_at
from agent a left join dataset_change c on c.owner = concat('agent:', a.id) cross join dataset_version d;

insert into record_change (id, kind, owner, digest, version, changed_at)
select w.id,
       case
           when w.id like '%.q%' then 'Quote'
           when w.id like '%.f%' then 'FundingFact'
           when w.id like '%.m%' then 'Meeting'
           else 'Article'
       end,
       case when position('.' in w.id) = 0 then w.id else substring(w.id from 1 for position('.' in w.id) - 1) end,
       null, d.version, w.withdrawn_at
from withdrawal w cross join dataset_version d
where not exists (select 1 from record_change c where c.id = w.id);
