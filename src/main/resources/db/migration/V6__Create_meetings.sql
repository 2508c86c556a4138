create table meeting (
    id                   varchar(80) not null primary key,
    article_id           varchar(64) not null references article,
    start_offset         integer     not null,
    ordinal              integer     not null,
    kind                 varchar(20) not null,
    status               varchar(20) not null,
    place_name           varchar(1000),
    place_country        varchar(2),
    place_evidence_start integer,
    place_evidence_end   integer,
    place_words          varchar(3002),
    date_value           varchar(10),
    date_precision       varchar(20),
    date_first           date,
    date_last            date,
    date_as_stated_start integer,
    date_as_stated_end   integer,
    review_status        varchar(20) not null,
    words                text        not null,
    unique (article_id, start_offset, ordinal)
);

create table meeting_attendees (
    meeting_id               varchar(80) not null references meeting,
    position                 integer     not null,
    agent_id                 varchar(64) references agent,
    as_named_start integer,
    as_named_end   integer,
    primary key (meeting_id, position)
);

create index meeting_attendees_by_agent on meeting_attendees (agent_id, meeting_id);

create table meeting_topics (
    meeting_id   varchar(80) not null references meeting,
    position     integer     not null,
    start_offset integer     not null,
    end_offset  integer     not null,
    primary key (meeting_id, position)
);

create table meeting_evidence (
    meeting_id     varchar(80) not null references meeting,
    position       integer     not null,
    start_offset integer     not null,
    end_offset  integer     not null,
    primary key (meeting_id, position)
);

create table meeting_also_reported_in (
    meeting_id varchar(80) not null references meeting,
    other_id   varchar(80) not null,
    primary key (meeting_id, other_id)
);
