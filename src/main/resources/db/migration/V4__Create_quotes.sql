create table quote (
    id                    varchar(80) not null primary key,
    article_id            varchar(64) not null references article,
    start_offset          integer     not null,
    ordinal               integer     not null,
    form                  varchar(20) not null,
    attribution           varchar(20) not null,
    speaker_id            varchar(64) references agent,
    cue_start             integer,
    cue_end               integer,
    speaker_mention_start integer,
    speaker_mention_end   integer,
    review_status         varchar(20) not null,
    words                 text        not null,
    unique (article_id, start_offset, ordinal)
);

create index quote_by_speaker on quote (speaker_id, article_id, start_offset, ordinal);

create table quote_segments (
    quote_id            varchar(80) not null references quote,
    position            integer     not null,
    start_offset integer     not null,
    end_offset   integer     not null,
    verbatim     boolean     not null,
    primary key (quote_id, position)
);

create table quote_also_reported_in (
    quote_id varchar(80) not null references quote,
    other_id varchar(80) not null,
    primary key (quote_id, other_id)
);
