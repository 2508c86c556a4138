-- What articles say of an agent is mostly the same. It was kept once for each of them, and whoever asked for an agent read
-- it as often: it is kept once now, and each article has a row that points to it.
create table agent_said as
select id, article_id, agent_id, min(id) over (partition by agent_id, said) as profile_id
from (select min(case when kind = 'name' then id end) as id, article_id, agent_id,
             string_agg(concat(kind, ' ', char_length(said), ' ', said), ' ' order by kind, id) as said
      from (select 'name' as kind, id, article_id, agent_id, name as said from agent_name
            union all
            select 'role', id, article_id, agent_id, concat(organization_id, ' ', title) from agent_role
            union all
            select 'same', id, article_id, agent_id, uri from agent_same_as) statement
      group by article_id, agent_id) mention;

create unique index agent_said_once on agent_said (article_id, agent_id);

-- Foreign keys come after indexes on the same column, which H2 takes for them; it would make others if those have further
-- columns, so that there, that an agent is known rests with the profile.
create table agent_profile (
    id       bigint      not null primary key,
    agent_id varchar(64) not null,
    digest   varchar(40) not null unique
);

insert into agent_profile (id, agent_id, digest)
select id, agent_id, concat('before profiles ', id) from agent_said where id = profile_id;

create index agent_profile_by_agent on agent_profile (agent_id);
alter table agent_profile add constraint agent_of_profile foreign key (agent_id) references agent;

create table agent_mention (
    id         bigint      not null primary key,
    article_id varchar(64) not null,
    agent_id   varchar(64) not null,
    profile_id bigint      not null
);

insert into agent_mention (id, article_id, agent_id, profile_id)
select id, article_id, agent_id, profile_id from agent_said;

create index agent_mention_by_article on agent_mention (article_id);
create index agent_mention_by_agent on agent_mention (agent_id, article_id);
create index agent_mention_by_profile on agent_mention (profile_id);
alter table agent_mention add constraint profile_of_mention foreign key (profile_id) references agent_profile;

-- Of what articles say, what the first one says that says it.
create table agent_name_once (
    id         bigint       not null primary key,
    agent_id   varchar(64)  not null,
    profile_id bigint       not null,
    position   integer      not null,
    name       varchar(300) not null,
    words      varchar(902) not null
);

insert into agent_name_once (id, agent_id, profile_id, position, name, words)
select n.id, n.agent_id, s.profile_id, n.position, n.name, n.words
from agent_name n join agent_said s on s.article_id = n.article_id and s.agent_id = n.agent_id
where s.id = s.profile_id;

drop table agent_name;
alter table agent_name_once rename to agent_name;
create index agent_name_by_words on agent_name (words, agent_id);
create index agent_name_by_agent on agent_name (agent_id, position);
create index agent_name_by_profile on agent_name (profile_id);
alter table agent_name add constraint profile_of_name foreign key (profile_id) references agent_profile;

create table agent_role_once (
    id              bigint        not null primary key,
    agent_id        varchar(64)   not null,
    profile_id      bigint        not null,
    position        integer       not null,
    title           varchar(1000) not null,
    organization_id varchar(64)
);

insert into agent_role_once (id, agent_id, profile_id, position, title, organization_id)
select r.id, r.agent_id, s.profile_id, r.position, r.title, r.organization_id
from agent_role r join agent_said s on s.article_id = r.article_id and s.agent_id = r.agent_id
where s.id = s.profile_id;

drop table agent_role;
alter table agent_role_once rename to agent_role;
create index agent_role_by_agent on agent_role (agent_id);
create index agent_role_by_profile on agent_role (profile_id);
create index agent_role_by_organization on agent_role (organization_id);
alter table agent_role add constraint agent_of_role foreign key (agent_id) references agent;
alter table agent_role add constraint profile_of_role foreign key (profile_id) references agent_profile;
alter table agent_role add constraint organization_of_role foreign key (organization_id) references agent;

create table agent_same_as_once (
    id         bigint        not null primary key,
    agent_id   varchar(64)   not null,
    profile_id bigint        not null,
    position   integer       not null,
    uri        varchar(1000) not null
);

insert into agent_same_as_once (id, agent_id, profile_id, position, uri)
select a.id, a.agent_id, s.profile_id, a.position, a.uri
from agent_same_as a join agent_said s on s.article_id = a.article_id and s.agent_id = a.agent_id
where s.id = s.profile_id;

drop table agent_same_as;
alter table agent_same_as_once rename to agent_same_as;
create index agent_same_as_by_agent on agent_same_as (agent_id);
create index agent_same_as_by_profile on agent_same_as (profile_id);
alter table agent_same_as add constraint agent_of_same_as foreign key (agent_id) references agent;
alter table agent_same_as add constraint profile_of_same_as foreign key (profile_id) references agent_profile;

-- The article whose name an agent has: the first of those that speak of it, by their ids.
alter table agent add column named_by varchar(64);
update agent set named_by = (select min(m.article_id) from agent_mention m where m.agent_id = agent.id);

drop table agent_said;
